// Who asks first receives a librarian's own channel, then talks to that one alone.
class MyLibrary implements Library {
    public Desk open(int each, Books books) {
        Chan<Chan<String>> free = Chan.make();
        for (int librarian = 1; librarian <= 2; librarian++) {
            go("librarian " + librarian, () -> {
                Chan<String> mine = Chan.make();
                for (int i = 0; i < each; i++) {
                    free.send(mine);
                    mine.send(books.lookUp(mine.receive()));
                }
            });
        }
        return question -> {
            Chan<String> librarian = free.receive();
            librarian.send(question);
            return librarian.receive();
        };
    }
}
