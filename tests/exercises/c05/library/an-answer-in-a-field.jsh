// misconception: a field is a quick way to hand over an answer
// fails: each gets the answer to their own question
class MyLibrary implements Library {
    private volatile String answer;

    public Desk open(int each, Books books) {
        Chan<String> questions = Chan.make();
        Chan<Signal> found = Chan.make();
        for (int librarian = 0; librarian < 2; librarian++) {
            go(() -> {
                for (int i = 0; i < each; i++) {
                    answer = books.lookUp(questions.receive());
                    found.send(SIGNAL);
                }
            });
        }
        return question -> {
            questions.send(question);
            found.receive();
            return answer;
        };
    }
}
