package rendezvous.race;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import org.jspecify.annotations.Nullable;

/** Rewrites class files. */
final class Rewriter {
    private Rewriter() {}

    /**
     * Rewrites a class so that it tells {@link Watch} what it does.
     *
     * @param loader whose class it is; null for the JVM's own
     * @param bytes the class file
     * @param memory whether accesses to memory are told too, not only what a scheduler wants to have in hand
     * @return the new class file
     * @throws IllegalArgumentException if the class file cannot be rewritten
     */
    static byte[] watched(@Nullable ClassLoader loader, byte[] bytes, boolean memory) {
        ClassFile files = ClassFile.of(ClassHierarchyResolverOption.of(new Hierarchy(loader)));
        ClassModel type = files.parse(bytes);
        Hierarchy.note(loader, type);
        String file = type.findAttribute(Attributes.sourceFile())
                .map(attribute -> attribute.sourceFile().stringValue())
                .orElse(null);
        return files.transformClass(type, (builder, element) -> {
            if (element instanceof MethodModel method && method.code().isPresent() && isWorthIt(method)) {
                builder.transformMethod(method, woven(loader, type, method, file, memory));
            } else {
                builder.with(element);
            }
        });
    }

    /** What a class's initializer does happens before whatever others do with the class: the JVM sees to that. */
    private static boolean isWorthIt(MethodModel method) {
        return !method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME);
    }

    private static MethodTransform woven(
            @Nullable ClassLoader loader, ClassModel type, MethodModel method, @Nullable String file, boolean memory) {
        String name = method.methodName().stringValue();
        String in = type.thisClass().asInternalName().replace('/', '.');
        String above = type.superclass().map(it -> it.asInternalName()).orElse("");
        Weaver.Method place = new Weaver.Method() {
            @Override
            public int site(int line, String owner, String member) {
                return Sites.number(loader, in, name, file, line, owner, member);
            }

            @Override
            public boolean isOwnOrSuper(String owner) {
                return owner.equals(above) || owner.equals(type.thisClass().asInternalName());
            }
        };
        boolean constructor = name.equals(ConstantDescs.INIT_NAME);
        return MethodTransform.transformingCode(CodeTransform.ofStateful(() -> new Weaver(place, constructor, memory)));
    }

    /** Returns whether a class does what a scheduler wants to have in hand. */
    static boolean needsControl(byte[] bytes) {
        return ClassFile.of().parse(bytes).methods().stream()
                .anyMatch(method -> isSynchronized(method)
                        || method.code().stream()
                                .flatMap(CodeModel::elementStream)
                                .anyMatch(Weaver::isControlled));
    }

    /**
     * Rewrites a class, before it is there, in ways in which a class that is loaded may not be any more: synchronized
     * methods become methods with a synchronized block, and references to methods of the JDK become lambdas.
     *
     * @return the new class file; null if there is nothing to do
     */
    static byte @Nullable [] prepared(@Nullable ClassLoader loader, byte[] bytes) {
        ClassFile files = ClassFile.of(ClassHierarchyResolverOption.of(new Hierarchy(loader)));
        ClassModel type = files.parse(bytes);
        Hierarchy.note(loader, type);
        byte[] with = type.methods().stream().anyMatch(Rewriter::isSynchronized) ? withBlocks(files, type) : null;
        ClassModel now = with == null ? type : files.parse(with);
        return References.areIn(now) ? files.transformClass(now, new References(now)) : with;
    }

    private static byte[] withBlocks(ClassFile files, ClassModel type) {
        ClassTransform blocks = (builder, element) -> {
            if (element instanceof MethodModel method && isSynchronized(method)) {
                builder.withMethod(
                        method.methodName(),
                        method.methodType(),
                        method.flags().flagsMask() & ~ClassFile.ACC_SYNCHRONIZED,
                        to -> {
                            for (MethodElement part : method) {
                                if (part instanceof CodeModel code) {
                                    to.transformCode(
                                            code, new Block(type.thisClass().asSymbol(), method));
                                } else if (!(part instanceof java.lang.classfile.AccessFlags)) {
                                    to.with(part);
                                }
                            }
                        });
            } else {
                builder.with(element);
            }
        };
        return files.transformClass(type, blocks);
    }

    private static boolean isSynchronized(MethodModel method) {
        return method.flags().has(AccessFlag.SYNCHRONIZED) && method.code().isPresent();
    }
}
