// misconception: what one writes into a field the other finds there
// fails: each gets what the other brought
class MyExchange implements Exchange {
    private String fromTheLeft;
    private String fromTheRight;

    public String left(String mine) {
        fromTheLeft = mine;
        return fromTheRight;
    }

    public String right(String mine) {
        fromTheRight = mine;
        return fromTheLeft;
    }
}
