// misconception: a goroutine ends when it has nothing more to do
// fails: leaves no goroutine behind
class MyLibrary implements Library {
    record Question(String text, Chan<String> reply) {}

    public Desk open(int each, Books books) {
        Chan<Question> questions = Chan.make();
        for (int librarian = 0; librarian < 2; librarian++) {
            go(() -> {
                while (true) {
                    Question question = questions.receive();
                    question.reply().send(books.lookUp(question.text()));
                }
            });
        }
        return text -> {
            Chan<String> reply = Chan.make();
            questions.send(new Question(text, reply));
            return reply.receive();
        };
    }
}
