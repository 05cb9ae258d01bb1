// misconception: who starts goroutines waits for them
// fails: open returns at once
class MyLibrary implements Library {
    record Question(String text, Chan<String> reply) {}

    public Desk open(int each, Books books) throws InterruptedException {
        Chan<Question> questions = Chan.make();
        WaitGroup librarians = new WaitGroup();
        for (int librarian = 0; librarian < 2; librarian++) {
            librarians.go(() -> {
                for (int i = 0; i < each; i++) {
                    Question question = questions.receive();
                    question.reply().send(books.lookUp(question.text()));
                }
            });
        }
        librarians.await();
        return text -> {
            Chan<String> reply = Chan.make();
            questions.send(new Question(text, reply));
            return reply.receive();
        };
    }
}
