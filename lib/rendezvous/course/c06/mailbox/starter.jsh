class MyMailbox implements Mailbox {
    public boolean post(String letter) {
        return todo("put the letter into the box if there is room, and never wait");
    }

    public String collect() throws InterruptedException {
        return todo("return the oldest letter, and wait while there is none");
    }

    public int lost() {
        return todo("say how many letters were thrown away");
    }
}
