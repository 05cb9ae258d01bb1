package rendezvous.race;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import org.jspecify.annotations.Nullable;

/** Puts the whole code of a method into a synchronized block, on the object or the class, as the method itself was. */
final class Block implements CodeTransform {
    private final ClassDesc type;
    private final boolean isStatic;
    private @Nullable Label from;
    private int monitor;

    Block(ClassDesc type, MethodModel method) {
        this.type = type;
        this.isStatic = method.flags().has(AccessFlag.STATIC);
    }

    @Override
    public void atStart(CodeBuilder code) {
        monitor = code.allocateLocal(TypeKind.REFERENCE);
        if (isStatic) {
            code.loadConstant(type);
        } else {
            code.aload(code.receiverSlot());
        }
        code.dup().astore(monitor).monitorenter();
        from = code.newBoundLabel();
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        if (element instanceof ReturnInstruction) {
            code.aload(monitor).monitorexit();
        }
        code.with(element);
    }

    @Override
    @SuppressWarnings("NullAway") // set at the start
    public void atEnd(CodeBuilder code) {
        Label to = code.newBoundLabel();
        Label handler = code.newBoundLabel();
        int thrown = code.allocateLocal(TypeKind.REFERENCE);
        code.astore(thrown).aload(monitor).monitorexit().aload(thrown).athrow();
        code.exceptionCatchAll(from, to, handler);
    }
}
