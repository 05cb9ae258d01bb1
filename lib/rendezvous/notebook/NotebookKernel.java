package rendezvous.notebook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.magic.MagicsResolver;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.jupyter.kernel.util.TextColor;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.publish.PublishError;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteInput;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteResult;
import org.dflib.jjava.jupyter.messages.publish.PublishStream;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.dflib.jjava.jupyter.messages.reply.ExecuteReply;
import org.dflib.jjava.jupyter.messages.reply.HistoryReply;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;
import org.dflib.jjava.kernel.JavaKernel;
import org.dflib.jjava.kernel.JavaNotebookStatics;
import org.dflib.jjava.kernel.magics.ClasspathMagic;
import org.dflib.jjava.kernel.magics.LoadMagic;
import org.dflib.jjava.kernel.magics.TimeMagic;
import org.jspecify.annotations.Nullable;
import rendezvous.exercise.AnswerSource;
import rendezvous.runtime.Host;

/**
 * JJava's kernel, with what a cell prints gathered, its failures told in its own terms, and hooks around it.
 *
 * <p>Extensions are installed as JJava does it, except that one that fails is said in the first cell.
 */
final class NotebookKernel extends JavaKernel {
    /** JJava's own extension does nothing but import; {@link Imports} and the two below take its place. */
    private static final String JJAVA_IMPORTS = "org.dflib.jjava.distro.NotebookInitializer";

    private static final List<String> JJAVA_STATICS = List.of(
            "import static " + BaseNotebookStatics.class.getName() + ".*;",
            "import static " + JavaNotebookStatics.class.getName() + ".*;");

    private static final long FLUSH_MILLIS = 100;

    private final Settings settings;
    private final NotebookIO notebookIo;
    private final NotebookEvaluator cells;
    private final GatheredOutput output;
    private final CellErrors errors;
    private final Notices notices = new Notices();
    private final List<CellHook> hooks = new ArrayList<>();
    private MentionedTypes types = new MentionedTypes(List.of());
    private volatile @Nullable Cell running;
    private boolean trusted; // the threads that were there before the first cell

    static NotebookKernel create(Settings settings) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(NotebookKernel::outputThread);
        Consumer<Runnable> soon = task -> {
            var _ = timer.schedule(task, FLUSH_MILLIS, TimeUnit.MILLISECONDS);
        };
        String directory = System.getProperty("rendezvous.output.dir", System.getProperty("java.io.tmpdir", "."));
        GatheredOutput output =
                new GatheredOutput(OutputCap.Limits.standard(Path.of(directory)), soon, CellExecution::endIfLeftBehind);
        NotebookEvaluator evaluator = new NotebookEvaluator("Rendezvous", settings.timeoutMillis(), cell -> {
            output.claimThread(cell);
            Host.runs();
        });
        JShell shell = JShell.builder()
                .executionEngine(evaluator.getExecControlProvider(), Map.of())
                .compilerOptions(settings.compilerOptions().toArray(String[]::new))
                .build();
        return new NotebookKernel(settings, output, evaluator, shell, new NotebookIO());
    }

    private static Thread outputThread(Runnable work) {
        Thread thread = Thread.ofPlatform().name("output").daemon().unstarted(work);
        Host.trust(thread); // it is made when a cell first prints
        return thread;
    }

    private NotebookKernel(
            Settings settings, GatheredOutput output, NotebookEvaluator evaluator, JShell shell, NotebookIO io) {
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
                io,
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
        this.settings = settings;
        this.notebookIo = io;
        this.cells = evaluator;
        this.output = output;
        this.errors = new CellErrors(shell, evaluator);
        this.hooks.add(new UnresolvedNames(shell, evaluator, output.err()));
        this.hooks.add(new GoroutinesLeft(output.out()));
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

    /** What the first cell is to say. */
    Notices notices() {
        return notices;
    }

    /** Takes over the process's streams, and readies the names that cells use. Never throws for an extension's fault. */
    @Override
    public void onStartup() {
        System.setOut(output.out());
        System.setErr(output.err());
        System.setIn(io.in);
        Thread.setDefaultUncaughtExceptionHandler(new Panics(errors, output.reports()));
        Host.recordStarts(errors::place);
        Host.onDoubt(this::tellDoubt);
        AnswerSource.from(this::declared);
        settings.complaints().forEach(notices::add);
        Imports.evaluate(getJShell(), JJAVA_STATICS).forEach(notices::add);
        super.onStartup();
        try {
            List<String> all = new ArrayList<>(Imports.libraryTypes());
            all.addAll(Imports.courseTypes());
            types = new MentionedTypes(all);
        } catch (IOException | RuntimeException | LinkageError e) {
            notices.add("The types of the course's library cannot be imported: " + e.getMessage()
                    + ". Cells that name them will not compile. Run ./course doctor, then restart the kernel.");
        }
        addExtraClasspath();
        for (String script : settings.startupScripts()) {
            try {
                evalBuilder(script).resolveMagics().eval();
            } catch (RuntimeException e) {
                notices.add("A start-up script failed: "
                        + String.join("\n", errors.tell(e).lines()));
            }
        }
    }

    private void addExtraClasspath() {
        try {
            addToClasspath(settings.extraClassPath());
        } catch (RuntimeException e) {
            notices.add("JJAVA_CLASSPATH is \"" + settings.extraClassPath() + "\" and could not be added (" + e
                    + "). Want paths of jars and directories; correct it and restart the kernel.");
        }
    }

    @Override
    protected void installExtensions(ClassLoader loader) {
        try {
            ServiceLoader.load(Extension.class, loader).stream().forEach(this::install);
        } catch (ServiceConfigurationError e) {
            notices.add("The kernel's extensions could not be read: " + e.getMessage()
                    + ". Correct the jar that names them, then restart the kernel.");
        }
    }

    private void install(ServiceLoader.Provider<Extension> provider) {
        String name = "unknown";
        try {
            name = provider.type().getName();
            if (!name.equals(JJAVA_IMPORTS)) {
                installExtension(provider.get());
            }
        } catch (ServiceConfigurationError | Exception | LinkageError e) {
            notices.add("The kernel's extension " + name + " failed (" + e + "). Cells that need it will not work."
                    + " Correct it or take it off the class path, then restart the kernel.");
        }
    }

    @Override
    protected @Nullable Object doEval(String source) {
        types.importFor(getJShell(), source).forEach(output.err()::println);
        return super.doEval(source);
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
        types.importAll(getJShell()).forEach(output.err()::println);
        return super.complete(code, at);
    }

    @Override
    public DisplayData inspect(String code, int at, boolean extraDetail) {
        types.importFor(getJShell(), code).forEach(output.err()::println);
        return super.inspect(code, at, extraDetail);
    }

    @Override
    public void display(DisplayData data) {
        Cell cell = running;
        if (cell == null) {
            output.err().println("A picture that was displayed after its cell had ended is not shown.");
            return;
        }
        String id = data.getDisplayId();
        if (id != null) {
            cell.displays().add(id);
        }
        output.flush();
        super.display(data);
    }

    @Override
    protected List<String> formatError(Throwable failure) {
        return errors.tell(failure).lines();
    }

    /** Says that there is no history. JJava does not answer, and JupyterLab shows an unknown kernel until somebody does. */
    @Override
    protected void handleHistoryRequest(ShellReplyEnvironment env, Message<HistoryRequest> message) {
        env.setBusyDeferIdle();
        env.reply(new HistoryReply(List.of()));
    }

    @Override
    protected synchronized void handleExecuteRequest(ShellReplyEnvironment env, Message<ExecuteRequest> message) {
        trustOwnThreads();
        commManager.setMessageContext(message);
        ExecuteRequest request = message.getContent();
        Cell cell = new Cell(executionCount.getAndIncrement());
        env.setBusyDeferIdle();
        env.publish(new PublishExecuteInput(request.getCode(), cell.number()));
        notebookIo.attach(env, request.isStdinEnabled());
        env.defer(() -> notebookIo.detach(env));
        output.open(
                cell.number(),
                (kind, text) -> env.publish(new PublishStream(
                        kind == GatheredOutput.Kind.OUT ? PublishStream.StreamType.OUT : PublishStream.StreamType.ERR,
                        text)));
        try {
            DisplayData shown = run(cell, request.getCode());
            if (shown != null) {
                env.publish(new PublishExecuteResult(cell.number(), shown));
            }
            env.defer().reply(new ExecuteReply(cell.number(), Map.of()));
        } catch (Throwable failure) {
            CellErrors.Told told = errors.tell(failure);
            List<String> lines = new ArrayList<>(told.lines());
            lines.replaceAll(errorStyler::primary);
            lines.set(0, errorStyler.secondary(told.lines().getFirst()));
            env.publish(new PublishError(told.name(), told.message(), lines));
            ErrorReply error = new ErrorReply(told.name(), told.message(), lines);
            error.setExecutionCount(cell.number());
            env.defer().replyError(ExecuteReply.MESSAGE_TYPE.error(), error);
        }
    }

    /**
     * Before the first cell: whatever lives is the kernel's, and can wake no cell that waits. Where a script has run
     * before, that is not certain.
     */
    private void trustOwnThreads() {
        if (!trusted && settings.startupScripts().isEmpty()) {
            var _ = getJShell().sourceCodeAnalysis(); // has a thread of its own
            Host.trustPresent();
        }
        trusted = true;
    }

    /** Returns the text of a type as the learner last declared it. */
    private Optional<String> declared(String name) {
        JShell shell = getJShell();
        return shell.snippets()
                .filter(snippet ->
                        snippet instanceof TypeDeclSnippet type && type.name().equals(name))
                .filter(snippet -> shell.status(snippet).isActive())
                .map(Snippet::source)
                .reduce((first, second) -> second);
    }

    /** Tells of a cell that would have been stopped as stuck, were it not for goroutines of earlier cells. */
    private void tellDoubt(Host.Doubt doubt) {
        output.err()
                .println(
                        "This cell waits, and so does every goroutine that it started. Only goroutines of earlier cells"
                                + " could end that:\n  " + String.join("\n  ", doubt.awake()) + "\nWho waits:\n  "
                                + String.join("\n  ", doubt.asleep()) + "\nInterrupt the cell if it waits in vain.");
    }

    /** Runs a cell between its hooks, with its output open, and returns what is to be shown of its last value. */
    private @Nullable DisplayData run(Cell cell, String code) throws Exception {
        Host.partBegins();
        cells.begin(cell);
        running = cell;
        notices.take().forEach(output.err()::println);
        try {
            hooks.forEach(hook -> hook.before(cell));
            Object value = evalBuilder(code).resolveMagics().eval();
            // Drawing runs learners' code too, a toString that never ends perhaps.
            return value == null || value instanceof DisplayData
                    ? (DisplayData) value
                    : cells.onCellThread(() -> renderer.render(value));
        } finally {
            try {
                hooks.forEach(hook -> hook.after(cell));
            } finally {
                running = null;
                output.close();
            }
        }
    }
}
