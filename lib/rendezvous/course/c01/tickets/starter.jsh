class MyTickets implements Tickets {
    private int left;

    MyTickets(int tickets) {
        left = tickets;
    }

    public boolean buy(int wanted) {
        return todo("sell the tickets if there are enough");
    }

    public int left() {
        return left;
    }
}
