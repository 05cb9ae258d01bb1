// misconception: goroutines cost nothing, so take one more
// fails: never more than two look-ups
class MyLibrary implements Library {
    record Question(String text, Chan<String> reply) {}

    public Desk open(int each, Books books) {
        Chan<Question> questions = Chan.make();
        go(() -> {
            for (int i = 0; i < 2 * each; i++) {
                Question question = questions.receive();
                go(() -> question.reply().send(books.lookUp(question.text())));
            }
        });
        return text -> {
            Chan<String> reply = Chan.make();
            questions.send(new Question(text, reply));
            return reply.receive();
        };
    }
}
