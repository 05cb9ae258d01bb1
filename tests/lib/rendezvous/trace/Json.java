package rendezvous.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON, strictly; a test that uses it fails where a text is none. */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** Returns maps, lists, strings, doubles, booleans and null. */
    static Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.space();
        if (json.at != text.length()) {
            throw json.bad("the end");
        }
        return value;
    }

    private Object value() {
        space();
        char c = peek();
        return switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        expect('{');
        space();
        while (peek() != '}') {
            space();
            String key = string();
            space();
            expect(':');
            if (object.put(key, value()) != null) {
                throw bad("a key only once, not \"" + key + "\" again");
            }
            space();
            if (peek() != '}') {
                expect(',');
                space();
                if (peek() == '}') {
                    throw bad("no comma before the end");
                }
            }
        }
        expect('}');
        return object;
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<>();
        expect('[');
        space();
        while (peek() != ']') {
            array.add(value());
            space();
            if (peek() != ']') {
                expect(',');
                space();
                if (peek() == ']') {
                    throw bad("no comma before the end");
                }
            }
        }
        expect(']');
        return array;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw bad("no control character");
            }
            if (c == '\\') {
                char escaped = text.charAt(at++);
                string.append(
                        switch (escaped) {
                            case '"', '\\', '/' -> escaped;
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 't' -> '\t';
                            case 'b' -> '\b';
                            case 'f' -> '\f';
                            case 'u' -> (char) Integer.parseInt(text.substring(at, at += 4), 16);
                            default -> throw bad("an escape");
                        });
            } else {
                string.append(c);
            }
        }
        expect('"');
        return string.toString();
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw bad(word);
        }
        at += word.length();
        return value;
    }

    private Double number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(from, at);
        if (!number.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
            throw bad("a number");
        }
        return Double.valueOf(number);
    }

    private char peek() {
        if (at >= text.length()) {
            throw bad("more");
        }
        return text.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw bad("'" + c + "'");
        }
        at++;
    }

    private void space() {
        while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private AssertionError bad(String want) {
        return new AssertionError("JSON at " + at + ": got \""
                + text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 20)) + "\", want " + want);
    }
}
