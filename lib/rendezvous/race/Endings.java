package rendezvous.race;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.World;

/**
 * Keeps programs under study from ending the JVM while a run is on.
 *
 * <p>Every way to end it in Java comes to {@code exit} or {@code halt} of {@link Runtime}: by {@link System#exit}, by
 * reflection, by a method handle. These two ask, before they do anything, whoever is found under a name among the system's
 * properties, for the JDK cannot see our classes.
 */
final class Endings {
    private static final String NAME = "rendezvous.endings";
    private static final String RUNTIME = "java/lang/Runtime";
    private static final Set<String> METHODS = Set.of("exit", "halt");
    private static final StackWalker WALKER = StackWalker.getInstance();

    private Endings() {}

    /**
     * Changes the two methods.
     *
     * @param studied whether a class, by its internal name, is under study in a run that is on
     */
    static void guard(Instrumentation jvm, Predicate<String> studied) throws UnmodifiableClassException {
        System.getProperties().put(NAME, (Predicate<Object>) any -> ask(studied));
        ClassFileTransformer asking = new ClassFileTransformer() {
            @Override
            public byte @Nullable [] transform(
                    @Nullable ClassLoader loader,
                    @Nullable String name,
                    @Nullable Class<?> redefined,
                    @Nullable ProtectionDomain domain,
                    byte[] bytes) {
                return RUNTIME.equals(name) ? asking(bytes) : null;
            }
        };
        jvm.addTransformer(asking, true);
        try {
            jvm.retransformClasses(Runtime.class);
        } finally {
            jvm.removeTransformer(asking);
        }
    }

    private static boolean ask(Predicate<String> studied) {
        if (World.current() instanceof Watched run) {
            run.ends("Runtime." + method());
        } else if (WALKER.walk(frames ->
                frames.anyMatch(frame -> studied.test(frame.getClassName().replace('.', '/'))))) {
            throw new IllegalStateException(
                    "Runtime." + method() + ": refused by a thread of the program's while a run of"
                            + " the laboratory is on, which it would end");
        }
        return true;
    }

    private static String method() {
        return WALKER.walk(frames -> frames.filter(frame -> frame.getClassName().equals(Runtime.class.getName()))
                .map(StackWalker.StackFrame::getMethodName)
                .findFirst()
                .orElse("exit"));
    }

    /** Returns the class file with the two methods changed. */
    static byte[] asking(byte[] bytes) {
        ClassFile files = ClassFile.of();
        MethodTransform asks = MethodTransform.transformingCode(new Asking());
        return files.transformClass(files.parse(bytes), (builder, element) -> {
            if (element instanceof MethodModel method && ends(method)) {
                builder.transformMethod(method, asks);
            } else {
                builder.with(element);
            }
        });
    }

    private static boolean ends(MethodModel method) {
        return METHODS.contains(method.methodName().stringValue())
                && method.methodType().equalsString("(I)V");
    }

    /** Puts the question before a method's code. */
    private static final class Asking implements CodeTransform {
        private static final ClassDesc ASKED = ClassDesc.of(Predicate.class.getName());
        private static final ClassDesc PROPERTIES = ClassDesc.of(Properties.class.getName());
        private static final ClassDesc SYSTEM = ClassDesc.of(System.class.getName());
        private static final MethodTypeDesc GET = MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object);
        private static final MethodTypeDesc TEST = MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object);

        @Override
        public void atStart(CodeBuilder code) {
            Label nobody = code.newLabel();
            Label after = code.newLabel();
            code.invokestatic(SYSTEM, "getProperties", MethodTypeDesc.of(PROPERTIES))
                    .loadConstant(NAME)
                    .invokevirtual(PROPERTIES, "get", GET)
                    .dup()
                    .instanceOf(ASKED)
                    .ifeq(nobody)
                    .checkcast(ASKED)
                    .loadConstant("")
                    .invokeinterface(ASKED, "test", TEST)
                    .pop()
                    .goto_(after)
                    .labelBinding(nobody)
                    .pop()
                    .labelBinding(after);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            code.with(element);
        }
    }
}
