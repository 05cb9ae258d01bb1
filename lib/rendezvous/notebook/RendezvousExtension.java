package rendezvous.notebook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.kernel.JavaKernel;

/**
 * Brings the library into a notebook: its names imported, its charts and cards drawn.
 *
 * <p>JJava finds it by the service that the library's jar names, in the course's own kernel as in a stock one that has
 * the jar on {@code JJAVA_CLASSPATH}. It never throws, which would end the kernel without a word: what fails is said in
 * the notebook.
 */
public final class RendezvousExtension implements Extension {
    private static final String WHAT_TO_DO =
            " Cells that need it will not compile. Run ./course doctor, then restart the kernel.";

    /** For the service loader. */
    public RendezvousExtension() {}

    @Override
    public void install(BaseKernel kernel) {
        Notices notices = kernel instanceof NotebookKernel ours ? ours.notices() : new Notices();
        try {
            Pictures.register(kernel.getRenderer());
        } catch (Exception | LinkageError e) {
            notices.add("Charts and cards will show as text: their renderers could not be installed (" + e + ").");
        }
        try {
            if (kernel instanceof JavaKernel java) {
                List<String> declarations = new ArrayList<>(Imports.always());
                if (!(kernel instanceof NotebookKernel)) {
                    // The course's own kernel imports a type when a cell first names it.
                    Imports.libraryTypes().forEach(type -> declarations.add("import " + type + ";"));
                }
                List<String> problems = Imports.evaluate(java.getJShell(), declarations);
                problems.forEach(problem -> notices.add("An import of the course's library, " + problem + WHAT_TO_DO));
            } else {
                notices.add("The library's names are not imported: this is no Java kernel but " + kernel.getBanner()
                        + ". Choose the kernel named Java.");
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            notices.add("The course's library could not be imported: " + e + "." + WHAT_TO_DO);
        }
        if (!(kernel instanceof NotebookKernel)) {
            tellStock(kernel, notices);
        }
    }

    /** A stock kernel has no place for notices before its first cell: wait for that one, and tell it there. */
    private static void tellStock(BaseKernel kernel, Notices notices) {
        List<String> untold = notices.take();
        if (untold.isEmpty()) {
            return;
        }
        untold.forEach(System.err::println);
        Thread.ofPlatform().daemon().name("notices").start(() -> {
            try {
                while (!kernel.getIO().isAttached()) {
                    Thread.sleep(20); // the kernel tells nobody when a cell begins
                }
                untold.forEach(kernel.getIO().err::println);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
