package rendezvous.lab;

import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import rendezvous.race.NotInstrumentedException;

/** A child's program: looks for races while a class is there that cannot be rewritten, since it would be too large. */
final class Unwoven {
    /** The JVM takes methods of up to 65,535 bytes; an access to a field takes three, told of six more. */
    private static final int ACCESSES = 9_000;

    private static final String NAME = "rendezvous.studied.TooLarge";

    private Unwoven() {}

    private static byte[] file() {
        ClassDesc type = ClassDesc.of(NAME);
        return ClassFile.of()
                .build(
                        type,
                        builder -> builder.withField("sum", ConstantDescs.CD_int, ACC_STATIC)
                                .withMethodBody(
                                        "run",
                                        MethodTypeDesc.of(ConstantDescs.CD_void),
                                        ACC_PUBLIC | ACC_STATIC,
                                        code -> {
                                            for (int i = 0; i < ACCESSES; i++) {
                                                code.getstatic(type, "sum", ConstantDescs.CD_int)
                                                        .putstatic(type, "sum", ConstantDescs.CD_int);
                                            }
                                            code.return_();
                                        }));
    }

    private static final class Loader extends ClassLoader {
        Method load() throws ReflectiveOperationException {
            byte[] file = file();
            return defineClass(NAME, file, 0, file.length).getMethod("run");
        }
    }

    @SuppressWarnings("SystemOut") // that is what the parent reads
    public static void main(String[] args) throws Exception {
        boolean before = Boolean.getBoolean("before");
        Method run = before ? new Loader().load() : null;
        int[] runs = {0};
        try {
            System.out.println(Lab.explore(() -> {
                        runs[0]++;
                        (run == null ? new Loader().load() : run).invoke(null);
                    })
                    .schedules(1)
                    .races()
                    .run());
        } catch (NotInstrumentedException e) {
            System.out.println(e.type() + " after " + runs[0] + " runs: " + e.getMessage());
        }
        System.out.println(Lab.run(1, () -> {}).failure().isEmpty());
    }
}
