package rendezvous.notebook;

import java.nio.charset.StandardCharsets;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.JupyterIO;

/** JJava's input and display streams; its output streams are not used. */
final class NotebookIO extends JupyterIO {
    NotebookIO() {
        super(StandardCharsets.UTF_8);
    }

    void attach(ShellReplyEnvironment env, boolean stdin) {
        setEnv(env);
        setJupyterInEnabled(stdin);
    }

    void detach(ShellReplyEnvironment env) {
        retractEnv(env);
    }
}
