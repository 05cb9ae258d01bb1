class MyWeather implements Weather {
    public List<String> ask(List<Station> stations) throws InterruptedException {
        return todo("ask all stations at the same time, and return their answers in order");
    }
}
