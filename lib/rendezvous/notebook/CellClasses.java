package rendezvous.notebook;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.InternalException;
import org.dflib.jjava.jupyter.kernel.util.PathsHandler;
import org.jspecify.annotations.Nullable;

/**
 * The classes that cells define, in one loader above the application's.
 *
 * <p>Their {@code assert} statements are on: a lesson may state what must hold, and be heard when it does not.
 */
final class CellClasses implements LoaderDelegate {
    private final Loader loader = new Loader(CellClasses.class.getClassLoader());

    CellClasses() {
        loader.setDefaultAssertionStatus(true);
    }

    ClassLoader loader() {
        return loader;
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        // All are known before any is defined: classes of one cell refer to one another.
        for (ClassBytecodes c : classes) {
            loader.known.put(c.name(), c.bytecodes());
        }
        boolean[] done = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            try {
                Class.forName(classes[i].name(), false, loader);
                done[i] = true;
            } catch (ClassNotFoundException | LinkageError e) {
                throw new ClassInstallException("The class " + classes[i].name() + " cannot be loaded: " + e, done);
            }
        }
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
        // JShell is told that redefinition is not supported, and defines a new class instead.
    }

    @Override
    public void addToClasspath(String path) throws InternalException {
        List<String> parts = PathsHandler.split(path);
        for (String part : parts) {
            try {
                loader.addURL(Path.of(part).toUri().toURL());
            } catch (MalformedURLException e) {
                throw new InternalException("Not a path for the class path: " + part + " (" + e.getMessage() + ")");
            }
        }
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        return Class.forName(name, false, loader);
    }

    private static final class Loader extends URLClassLoader {
        /** Bytes by name, until they are defined. */
        final Map<String, byte[]> known = new ConcurrentHashMap<>();

        Loader(@Nullable ClassLoader parent) {
            super("cells", new URL[0], parent);
        }

        @Override
        protected void addURL(URL url) {
            super.addURL(url);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = known.remove(name);
            if (bytes == null) {
                return super.findClass(name);
            }
            return defineClass(name, bytes, 0, bytes.length, (CodeSource) null);
        }
    }
}
