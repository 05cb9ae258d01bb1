package rendezvous.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a **b c** d | a <b>b c</b> d",
                "choose *Restart Kernel*. | choose <i>Restart Kernel</i>.",
                "says *taken*, not **done** | says <i>taken</i>, not <b>done</b>",
                "`a*b*c` and *d* | <code>a*b*c</code> and <i>d</i>",
                "2 * 3 * 4 | 2 * 3 * 4",
                "2*3*4 | 2*3*4",
                "a `tick and a *star | a `tick and a *star",
                "1 < 2 *&* | 1 &lt; 2 <i>&amp;</i>",
            })
    void a_line_has_code_bold_and_italic(String text, String html) {
        assertEquals(html, Markup.inline(text));
    }
}
