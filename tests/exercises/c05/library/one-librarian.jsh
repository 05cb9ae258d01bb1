// misconception: one who works fast is as good as two
// fails: two questions are looked up at the same time
class MyLibrary implements Library {
    public Desk open(int each, Books books) {
        Chan<String> questions = Chan.make();
        Chan<String> answers = Chan.make();
        go(() -> {
            for (int i = 0; i < 2 * each; i++) {
                answers.send(books.lookUp(questions.receive()));
            }
        });
        return question -> {
            questions.send(question);
            return answers.receive();
        };
    }
}
