class MyDuet implements Duet {
    public void sing(int lines, Singer first, Singer second) throws InterruptedException {
        todo("let the two sing their lines in turn, each in a goroutine");
    }
}
