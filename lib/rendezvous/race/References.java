package rendezvous.race;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes lambdas of the references to methods of the JDK: {@code list::add} is not in the code of the class that says it,
 * and {@code (x) -> list.add(x)} is.
 *
 * <p>References that can be serialized stay as they are.
 */
final class References implements ClassTransform {
    private static final String FACTORY = "java.lang.invoke.LambdaMetafactory";
    private static final String PREFIX = "lambda$rendezvous$";

    private final ClassDesc type;
    private final boolean isInterface;
    private final List<Made> made = new ArrayList<>();

    private record Made(String name, MethodTypeDesc type, DirectMethodHandleDesc method, int line) {}

    References(ClassModel type) {
        this.type = type.thisClass().asSymbol();
        this.isInterface = type.flags().has(AccessFlag.INTERFACE);
    }

    /** Returns whether a class has such references. */
    static boolean areIn(ClassModel type) {
        return type.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(CodeModel::elementStream)
                .anyMatch(element -> element instanceof InvokeDynamicInstruction call && isReference(call));
    }

    private static boolean isReference(InvokeDynamicInstruction call) {
        DirectMethodHandleDesc factory = call.bootstrapMethod();
        return factory.owner().equals(ClassDesc.of(FACTORY))
                && factory.methodName().equals("metafactory")
                && call.bootstrapArgs().get(1) instanceof DirectMethodHandleDesc method
                && Weaver.isTold(method.owner(), method.methodName(), method.lookupDescriptor(), isStatic(method));
    }

    private static boolean isStatic(DirectMethodHandleDesc method) {
        return switch (method.kind()) {
            case STATIC, INTERFACE_STATIC -> true;
            default -> false;
        };
    }

    @Override
    public void accept(ClassBuilder builder, ClassElement element) {
        if (element instanceof MethodModel method && method.code().isPresent()) {
            int[] line = {0};
            builder.transformMethod(method, (to, part) -> {
                if (part instanceof CodeModel code) {
                    to.transformCode(code, (code2, instruction) -> accept(code2, instruction, line));
                } else {
                    to.with(part);
                }
            });
        } else {
            builder.with(element);
        }
    }

    private void accept(CodeBuilder code, CodeElement element, int[] line) {
        if (element instanceof LineNumber number) {
            line[0] = number.line();
        }
        if (element instanceof InvokeDynamicInstruction call && isReference(call)) {
            code.invokedynamic(lambda(call, line[0]));
        } else {
            code.with(element);
        }
    }

    private DynamicCallSiteDesc lambda(InvokeDynamicInstruction call, int line) {
        DirectMethodHandleDesc method =
                (DirectMethodHandleDesc) call.bootstrapArgs().get(1);
        MethodTypeDesc captured = call.typeSymbol();
        MethodTypeDesc all = method.invocationType();
        for (int i = 0; i < captured.parameterCount(); i++) {
            all = all.changeParameterType(i, captured.parameterType(i)); // must be the same, to the letter
        }
        Made lambda = new Made(PREFIX + made.size(), all, method, line);
        made.add(lambda);
        ConstantDesc[] arguments = call.bootstrapArgs().toArray(ConstantDesc[]::new);
        arguments[1] = MethodHandleDesc.ofMethod(
                isInterface ? DirectMethodHandleDesc.Kind.INTERFACE_STATIC : DirectMethodHandleDesc.Kind.STATIC,
                type,
                lambda.name,
                all);
        return DynamicCallSiteDesc.of(call.bootstrapMethod(), call.name().stringValue(), captured, arguments);
    }

    @Override
    public void atEnd(ClassBuilder builder) {
        for (Made lambda : made) {
            builder.withMethodBody(
                    lambda.name,
                    lambda.type,
                    ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                    code -> write(code, lambda));
        }
    }

    private static void write(CodeBuilder code, Made lambda) {
        if (lambda.line > 0) {
            code.lineNumber(lambda.line);
        }
        DirectMethodHandleDesc method = lambda.method;
        boolean creates = method.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR;
        if (creates) {
            code.new_(method.owner()).dup();
        }
        for (int i = 0; i < lambda.type.parameterCount(); i++) {
            code.loadLocal(TypeKind.from(lambda.type.parameterType(i)), code.parameterSlot(i));
        }
        MethodTypeDesc type = MethodTypeDesc.ofDescriptor(method.lookupDescriptor());
        switch (method.kind()) {
            case STATIC -> code.invokestatic(method.owner(), method.methodName(), type);
            case INTERFACE_STATIC -> code.invokestatic(method.owner(), method.methodName(), type, true);
            case VIRTUAL -> code.invokevirtual(method.owner(), method.methodName(), type);
            case INTERFACE_VIRTUAL -> code.invokeinterface(method.owner(), method.methodName(), type);
            case CONSTRUCTOR -> code.invokespecial(method.owner(), method.methodName(), type);
            default -> throw new IllegalArgumentException("a reference to a method: got " + method.kind());
        }
        code.return_(TypeKind.from(lambda.type.returnType()));
    }
}
