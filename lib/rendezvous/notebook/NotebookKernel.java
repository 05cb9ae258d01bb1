package rendezvous.notebook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.magic.MagicsResolver;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.jupyter.kernel.util.TextColor;
import org.dflib.jjava.kernel.JavaKernel;
import org.dflib.jjava.kernel.magics.ClasspathMagic;
import org.dflib.jjava.kernel.magics.LoadMagic;
import org.dflib.jjava.kernel.magics.TimeMagic;

/** JJava's kernel. */
final class NotebookKernel extends JavaKernel {

    static NotebookKernel create(Settings settings) {
        NotebookEvaluator evaluator = new NotebookEvaluator("Rendezvous", settings.timeoutMillis());
        JShell shell = JShell.builder()
                .executionEngine(evaluator.getExecControlProvider(), Map.of())
                .compilerOptions(settings.compilerOptions().toArray(String[]::new))
                .build();
        return new NotebookKernel(settings, evaluator, shell);
    }

    private NotebookKernel(Settings settings, NotebookEvaluator evaluator, JShell shell) {
        super(
                "Rendezvous",
                Runtime.version().toString(),
                new LanguageInfo.Builder("Java")
                        .version(Runtime.version().toString())
                        .mimetype("text/x-java-source")
                        .fileExtension(".jshell")
                        .pygments("java")
                        .codemirror("java")
                        .build(),
                List.of(),
                null,
                new JupyterIO(StandardCharsets.UTF_8),
                new CommManager(),
                new Renderer(),
                // JJava's own patterns: a line or a right-hand side that begins with %, a cell that begins with %%.
                new MagicsResolver("(?<=(?:^|=))\\s*%", "%%", new MagicTranspiler()),
                magics(),
                settings.extensions(),
                new StringStyler.Builder()
                        .addPrimaryStyle(TextColor.BOLD_RESET_FG)
                        .addSecondaryStyle(TextColor.BOLD_RED_FG)
                        .build(),
                shell,
                evaluator);
    }

    /** JJava's magics but those of Maven: they want the net, and load 3 000 classes. */
    private static MagicsRegistry magics() {
        MagicsRegistry magics = new MagicsRegistry();
        TimeMagic time = new TimeMagic();
        magics.registerLineMagic("load", new LoadMagic());
        magics.registerLineMagic("classpath", new ClasspathMagic());
        magics.registerLineMagic("time", time);
        magics.registerCellMagic("time", time);
        return magics;
    }
}
