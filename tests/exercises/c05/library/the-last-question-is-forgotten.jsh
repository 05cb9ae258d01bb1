// misconception: a loop that ends one before the end is near enough
// fails: every question is answered
class MyLibrary implements Library {
    record Question(String text, Chan<String> reply) {}

    public Desk open(int each, Books books) {
        Chan<Question> questions = Chan.make();
        go(() -> {
            for (int i = 1; i < 2 * each; i++) {
                Question question = questions.receive();
                question.reply().send(books.lookUp(question.text()));
            }
        });
        return text -> {
            Chan<String> reply = Chan.make();
            questions.send(new Question(text, reply));
            return reply.receive();
        };
    }
}
