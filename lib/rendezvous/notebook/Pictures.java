package rendezvous.notebook;

import java.awt.image.RenderedImage;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.knowm.xchart.internal.chartpart.Chart;
import rendezvous.chart.Figure;
import rendezvous.chart.FigureHtml;
import rendezvous.chart.Figures;
import rendezvous.chart.Timeline;
import rendezvous.exercise.Card;
import rendezvous.lab.Exploration;
import rendezvous.lab.Explorer;
import rendezvous.lab.Run;

/**
 * How figures and cards become outputs of a cell.
 *
 * <p>A figure is saved as HTML and as text, not as {@code image/png} beside them: JupyterLab, VS Code and nbconvert all
 * prefer the HTML, which alone keeps the alternative text and the caption, and a second copy of the picture would double
 * the notebook's size. Handouts are printed from the HTML.
 */
final class Pictures {
    private Pictures() {}

    static void register(Renderer renderer) {
        renderer.createRegistration(Figure.class)
                .preferring(MIMEType.TEXT_HTML)
                .supporting(MIMEType.IMAGE_PNG, MIMEType.TEXT_PLAIN)
                .register(Pictures::draw);
        // What a learner built with XChart itself: it gets the house's look where it has none of its own.
        renderer.createRegistration(Chart.class)
                .preferring(MIMEType.TEXT_HTML)
                .supporting(MIMEType.IMAGE_PNG, MIMEType.TEXT_PLAIN)
                .register((chart, context) -> draw(Figures.of(chart), context));
        renderer.createRegistration(Run.class)
                .preferring(MIMEType.TEXT_HTML)
                .supporting(MIMEType.IMAGE_PNG, MIMEType.TEXT_PLAIN)
                .register((run, context) -> draw(Optional.of(run), run.toString(), context));
        renderer.createRegistration(Exploration.class)
                .preferring(MIMEType.TEXT_HTML)
                .supporting(MIMEType.IMAGE_PNG, MIMEType.TEXT_PLAIN)
                .register((found, context) -> draw(found.failed(), found.toString(), context));
        renderer.createRegistration(Explorer.class)
                .preferring(MIMEType.TEXT_HTML)
                .supporting(MIMEType.IMAGE_PNG, MIMEType.TEXT_PLAIN)
                .register(Pictures::search);
        renderer.createRegistration(Card.class)
                .preferring(MIMEType.TEXT_HTML)
                .supporting(MIMEType.TEXT_PLAIN)
                .register((card, context) -> {
                    context.renderIfRequested(MIMEType.TEXT_HTML, card::html);
                    context.renderIfRequested(MIMEType.TEXT_PLAIN, card::text);
                });
    }

    /** A search that is a cell's last expression is done, since nobody else will do it. */
    private static void search(Explorer explorer, RenderContext context) {
        try {
            Exploration exploration = explorer.run();
            draw(exploration.failed(), exploration.toString(), context);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            draw(Optional.empty(), "The search was interrupted.", context);
        }
    }

    /** Shows the lanes of a run as a picture, above all that is known of it as text; names between backticks are code. */
    private static void draw(Optional<Run> run, String report, RenderContext context) {
        Optional<Timeline> timeline = run.map(Timeline::of);
        String text = "<pre>" + escape(report).replaceAll("`([^`\\n]+)`", "<code>$1</code>") + "</pre>";
        context.renderIfRequested(
                MIMEType.TEXT_HTML, () -> timeline.map(Pictures::html).orElse("") + text);
        timeline.ifPresent(figure -> context.renderIfRequested(MIMEType.IMAGE_PNG, () -> png(figure)));
        context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> report);
    }

    private static void draw(Figure figure, RenderContext context) {
        context.renderIfRequested(MIMEType.TEXT_HTML, () -> html(figure));
        context.renderIfRequested(MIMEType.IMAGE_PNG, () -> png(figure));
        context.renderIfRequested(MIMEType.TEXT_PLAIN, figure::text);
    }

    /** Whether the value is shown as more than its text. */
    static boolean draws(Object value) {
        return value instanceof Figure
                || value instanceof Run
                || value instanceof Exploration
                || value instanceof Explorer
                || value instanceof Card
                || value instanceof Chart
                || value instanceof DisplayData
                || value instanceof DisplayDataRenderable
                || value instanceof RenderedImage;
    }

    /** A figure as a piece of HTML that keeps its shape in a narrow window. */
    static String html(Figure figure) {
        return FigureHtml.of(figure);
    }

    private static String png(Figure figure) {
        return FigureHtml.png(figure);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
