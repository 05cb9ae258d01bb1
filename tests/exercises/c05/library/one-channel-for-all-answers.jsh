// misconception: an answer goes to who has asked
// fails: each gets the answer to their own question
class MyLibrary implements Library {
    public Desk open(int each, Books books) {
        Chan<String> questions = Chan.make();
        Chan<String> answers = Chan.make();
        for (int librarian = 0; librarian < 2; librarian++) {
            go(() -> {
                for (int i = 0; i < each; i++) {
                    answers.send(books.lookUp(questions.receive()));
                }
            });
        }
        return question -> {
            questions.send(question);
            return answers.receive();
        };
    }
}
