package rendezvous.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import rendezvous.chart.FigureHtml;

/**
 * The little Markdown that exercises are written in: paragraphs, lists with {@code - }, fenced code, {@code `code`},
 * {@code **bold**} and {@code *italic*}.
 */
final class Markup {
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    /** Stars around words, not those of {@code 2 * 3} or {@code int*}. */
    private static final Pattern ITALIC = Pattern.compile("(?<![\\w*])\\*(?=\\S)([^*]+)(?<=\\S)\\*(?![\\w*])");

    private Markup() {}

    /** Returns the text as HTML blocks. */
    static String html(String text) {
        StringBuilder out = new StringBuilder();
        List<String> paragraph = new ArrayList<>();
        List<String> items = new ArrayList<>();
        StringBuilder code = null;
        for (String line : text.lines().toList()) {
            if (code != null) {
                if (line.startsWith("```")) {
                    out.append(code(code.toString()));
                    code = null;
                } else {
                    code.append(line).append('\n');
                }
            } else if (line.startsWith("```")) {
                flush(out, paragraph, items);
                code = new StringBuilder();
            } else if (line.isBlank()) {
                flush(out, paragraph, items);
            } else if (line.startsWith("- ")) {
                flush(out, paragraph, List.of());
                items.add(line.substring(2));
            } else if (!items.isEmpty()) {
                items.add(items.removeLast() + " " + line.strip());
            } else {
                paragraph.add(line.strip());
            }
        }
        flush(out, paragraph, items);
        if (code != null) {
            out.append(code(code.toString()));
        }
        return out.toString();
    }

    private static void flush(StringBuilder out, List<String> paragraph, List<String> items) {
        if (!paragraph.isEmpty()) {
            out.append(Html.line(inline(String.join(" ", paragraph))));
            paragraph.clear();
        }
        if (!items.isEmpty()) {
            out.append("<ul style=\"margin:6px 0 0 0\">");
            items.forEach(item -> out.append("<li>").append(inline(item)).append("</li>"));
            out.append("</ul>");
            items.clear();
        }
    }

    /** Returns source code as an HTML block. */
    static String code(String source) {
        return "<pre style=\"margin:6px 0 0 0;padding:8px 10px;white-space:pre-wrap;word-break:normal;overflow-wrap:break-word;"
                + "background-color:var(--jp-layout-color2,transparent);border:1px solid #9aa0a6;"
                + "border:1px solid var(--jp-border-color2,#d5d9dd);border-radius:4px\"><code style=\"background-color:transparent;padding:0\">"
                + Html.escape(source.stripTrailing()) + "</code></pre>";
    }

    /** Returns a line of text as HTML; a backtick or pair of stars without its second one stays as it is. */
    static String inline(String text) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (from < text.length()) {
            int tick = text.indexOf('`', from);
            int end = tick < 0 ? -1 : text.indexOf('`', tick + 1);
            if (end < 0) {
                break;
            }
            out.append(stressed(text.substring(from, tick)));
            out.append("<code>")
                    .append(Html.escape(text.substring(tick + 1, end)))
                    .append("</code>");
            from = end + 1;
        }
        return out.append(stressed(text.substring(from))).toString();
    }

    private static String stressed(String text) {
        String bold = BOLD.matcher(FigureHtml.unbroken(Html.escape(text))).replaceAll("<b>$1</b>");
        return ITALIC.matcher(bold).replaceAll("<i>$1</i>");
    }

    /** Returns the text for a terminal: without the marks of bold type and fences, code indented. */
    static String plain(String text) {
        StringBuilder out = new StringBuilder();
        boolean code = false;
        for (String line : text.lines().toList()) {
            if (line.startsWith("```")) {
                code = !code;
            } else {
                out.append(code ? "    " + line : BOLD.matcher(line).replaceAll("$1"))
                        .append('\n');
            }
        }
        return out.toString().strip();
    }
}
