package rendezvous.notebook;

/** Just enough reading of Java's tokens to know where code begins and what it ends with. */
final class CellText {
    private CellText() {}

    /** The length of the blanks and comments that the text begins with. */
    static int leading(String text) {
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (isComment(text, at)) {
                at = afterComment(text, at);
            } else {
                break;
            }
        }
        return at;
    }

    /** Whether the last character that is neither blank nor comment is a semicolon. */
    static boolean endsWithSemicolon(String text) {
        boolean semicolon = false;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (isComment(text, at)) {
                at = afterComment(text, at);
            } else {
                semicolon = c == ';';
                at = c == '"' || c == '\'' ? afterLiteral(text, at) : at + 1;
            }
        }
        return semicolon;
    }

    /** The number of line ends in the first {@code end} characters. */
    static int lines(String text, int end) {
        return (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }

    private static boolean isComment(String text, int at) {
        return text.startsWith("//", at) || text.startsWith("/*", at);
    }

    private static int afterComment(String text, int at) {
        boolean toLineEnd = text.startsWith("//", at);
        int end = text.indexOf(toLineEnd ? "\n" : "*/", at + 2);
        return end < 0 ? text.length() : end + (toLineEnd ? 1 : 2);
    }

    private static int afterLiteral(String text, int at) {
        String quote = text.startsWith("\"\"\"", at) ? "\"\"\"" : text.substring(at, at + 1);
        int i = at + quote.length();
        while (i < text.length()) {
            if (text.startsWith(quote, i)) {
                return i + quote.length();
            }
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return text.length();
    }
}
