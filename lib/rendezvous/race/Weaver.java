package rendezvous.race;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Set;

/**
 * Rewrites the code of one method: before each access to memory, each monitor, each way back in a loop and each call of
 * the JDK that matters it calls {@link Watch}.
 */
final class Weaver implements CodeTransform {
    private static final ClassDesc WATCH = ClassDesc.of(Watch.class.getName());
    private static final String CANCEL = "REPL/$Cancel$"; // JShell's own, looked at all over a cell's code
    private static final ClassDesc OBJECT = ConstantDescs.CD_Object;
    private static final MethodTypeDesc ON_OBJECT =
            MethodTypeDesc.of(ConstantDescs.CD_void, OBJECT, ConstantDescs.CD_int);
    private static final MethodTypeDesc ON_STATIC = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    private static final MethodTypeDesc ON_ELEMENT =
            MethodTypeDesc.of(ConstantDescs.CD_void, OBJECT, ConstantDescs.CD_int, ConstantDescs.CD_int);
    private static final MethodTypeDesc ON_RANGE = MethodTypeDesc.of(
            ConstantDescs.CD_void,
            OBJECT,
            ConstantDescs.CD_int,
            ConstantDescs.CD_int,
            ConstantDescs.CD_int,
            ConstantDescs.CD_boolean);
    private static final MethodTypeDesc ON_MONITOR = MethodTypeDesc.of(ConstantDescs.CD_boolean, OBJECT);
    private static final MethodTypeDesc ON_RECEIVER = MethodTypeDesc.of(ConstantDescs.CD_void, OBJECT);

    private final Method method;
    private final boolean memory;
    private final Set<Label> behind = new HashSet<>();
    private int line;
    private int unfinished; // objects made by new whose constructor was not called yet
    private boolean early; // in a constructor before that of the superclass

    /** Where numbers for sites come from. */
    interface Method {
        /** Returns the number of a site in this method. */
        int site(int line, String owner, String member);

        /** Returns whether a class is the one that the method is in, or its superclass. */
        boolean isOwnOrSuper(String owner);
    }

    /**
     * Creates a weaver.
     *
     * @param constructor whether the method is one
     * @param memory whether accesses to memory are told
     */
    Weaver(Method method, boolean constructor, boolean memory) {
        this.method = method;
        this.memory = memory;
        this.early = constructor;
    }

    @Override
    public void atStart(CodeBuilder code) {
        if (memory) {
            code.invokestatic(WATCH, "begins", MethodTypeDesc.of(ConstantDescs.CD_void));
        }
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        switch (element) {
            case LabelTarget target -> behind.add(target.label());
            case LineNumber number -> line = number.line();
            case BranchInstruction branch -> {
                if (behind.contains(branch.target())) {
                    code.invokestatic(WATCH, "loops", MethodTypeDesc.of(ConstantDescs.CD_void));
                }
            }
            case FieldInstruction field
            when memory -> {
                if (!field.owner().asInternalName().equals(CANCEL)) {
                    field(code, field);
                }
            }
            case ArrayLoadInstruction _
            when memory -> {
                code.dup2();
                element(code, "readElement");
            }
            case ArrayStoreInstruction store when memory -> store(code, store.typeKind());
            case MonitorInstruction monitor -> {
                monitor(code, monitor);
                return;
            }
            case NewObjectInstruction _ when memory -> unfinished++;
            case InvokeInstruction call -> {
                call(code, call);
                return;
            }
            default -> {}
        }
        code.with(element);
    }

    private void field(CodeBuilder code, FieldInstruction field) {
        int site = method.site(
                line, named(field.owner().asInternalName()), field.name().stringValue());
        TypeKind kind = TypeKind.from(field.typeSymbol());
        switch (field.opcode()) {
            case GETSTATIC -> staticField(code, "readStatic", site);
            case PUTSTATIC -> staticField(code, "writeStatic", site);
            case GETFIELD -> {
                code.dup();
                object(code, "readField", site);
            }
            case PUTFIELD -> {
                if (early) {
                    return; // nobody else can see the object, and the verifier would not let it be passed on
                }
                if (kind.slotSize() == 1) {
                    code.dup2().pop();
                    object(code, "writeField", site);
                } else {
                    code.dup2_x1().pop2().dup();
                    object(code, "writeField", site);
                    code.dup_x2().pop();
                }
            }
            default -> throw new IllegalArgumentException("an access to a field: got " + field.opcode());
        }
    }

    private static void staticField(CodeBuilder code, String hook, int site) {
        code.loadConstant(site).invokestatic(WATCH, hook, ON_STATIC);
    }

    private static void object(CodeBuilder code, String hook, int site) {
        code.loadConstant(site).invokestatic(WATCH, hook, ON_OBJECT);
    }

    private void element(CodeBuilder code, String hook) {
        code.loadConstant(method.site(line, "", "")).invokestatic(WATCH, hook, ON_ELEMENT);
    }

    /** Below the value that is stored are the array and the index. */
    private void store(CodeBuilder code, TypeKind kind) {
        if (kind.slotSize() == 1) {
            code.dup_x2().pop().dup2_x1();
        } else {
            code.dup2_x2().pop2().dup2_x2();
        }
        element(code, "writeElement");
    }

    /** The JVM does it only where no run has done it. */
    private static void monitor(CodeBuilder code, MonitorInstruction monitor) {
        Label done = code.newLabel();
        Label real = code.newLabel();
        boolean enters = monitor.opcode() == Opcode.MONITORENTER;
        code.dup().invokestatic(WATCH, enters ? "enters" : "exits", ON_MONITOR).ifeq(real);
        code.pop().goto_(done).labelBinding(real).with(monitor).labelBinding(done);
    }

    private void call(CodeBuilder code, InvokeInstruction call) {
        if (memory && isPool(call)) {
            code.invokestatic(WATCH, "pools", MethodTypeDesc.of(ConstantDescs.CD_void));
        }
        if (memory
                && call.opcode() == Opcode.INVOKEVIRTUAL
                && isOfThread(call.name().stringValue(), call.type().stringValue())) {
            code.dup().invokestatic(WATCH, call.name().equalsString("start") ? "starts" : "interrupts", ON_RECEIVER);
        }
        if (!memory) {
            if (!replaced(code, call)) {
                code.with(call);
            }
        } else if (call.opcode() == Opcode.INVOKESPECIAL && call.name().equalsString("<init>")) {
            constructor(code, call);
        } else if (!replaced(code, call)) {
            String owner = call.owner().asInternalName();
            if (isCopy(owner, call.name().stringValue())) {
                copy(code, call);
            } else if (owner.startsWith("[")) { // clone
                code.dup().loadConstant(method.site(line, "", "")).invokestatic(WATCH, "readsAll", ON_OBJECT);
                code.with(call);
            } else if (owner.equals("java/util/Arrays") && !call.name().equalsString("asList")) {
                arrays(code, call);
            } else if (!JdkTypes.isWorthALook(owner) || call.opcode() == Opcode.INVOKESPECIAL) {
                code.with(call);
            } else {
                observed(code, call, owner);
            }
        }
    }

    /** Whether a call makes a pool of threads of the platform, or a timer. */
    private static boolean isPool(InvokeInstruction call) {
        String name = call.name().stringValue();
        return switch (call.owner().asInternalName()) {
            case "java/util/concurrent/Executors" ->
                name.startsWith("new")
                        && !name.equals("newVirtualThreadPerTaskExecutor")
                        && !name.equals("newThreadPerTaskExecutor");
            case "java/util/concurrent/ThreadPoolExecutor",
                    "java/util/concurrent/ScheduledThreadPoolExecutor",
                    "java/util/concurrent/ForkJoinPool",
                    "java/util/Timer" -> name.equals(ConstantDescs.INIT_NAME);
            default -> false;
        };
    }

    /** Whether a method may be one by which a thread is started or interrupted: its class may be one of the program's. */
    private static boolean isOfThread(String name, String descriptor) {
        return (name.equals("start") || name.equals("interrupt")) && descriptor.equals("()V");
    }

    private void constructor(CodeBuilder code, InvokeInstruction call) {
        boolean ofThis = unfinished == 0;
        if (JdkTypes.isWorthALook(call.owner().asInternalName()) && !ofThis) {
            int[] slots = spill(code, call);
            restore(code, call, slots, "passes", -1);
        }
        code.with(call);
        if (!ofThis) {
            unfinished--;
        } else if (method.isOwnOrSuper(call.owner().asInternalName())) {
            early = false;
        }
    }

    /** Returns whether an element is one that a scheduler wants to have in hand. */
    static boolean isControlled(CodeElement element) {
        return element instanceof MonitorInstruction
                || (element instanceof InvokeInstruction call && !standIn(call).isEmpty());
    }

    /** Returns whether a call of a method is replaced or told of. */
    static boolean isTold(ClassDesc owner, String name, String descriptor, boolean isStatic) {
        if (!owner.isClassOrInterface()) {
            return false;
        }
        String internal =
                owner.descriptorString().substring(1, owner.descriptorString().length() - 1);
        return JdkTypes.isWorthALook(internal)
                || isCopy(internal, name)
                || (internal.equals("java/lang/Thread") && isOfThread(name, descriptor))
                || !standIn(isStatic, internal, name, MethodTypeDesc.ofDescriptor(descriptor))
                        .isEmpty();
    }

    private static boolean isCopy(String owner, String name) {
        return owner.equals("java/lang/System") && name.equals("arraycopy");
    }

    /** Calls what stands for a method that a run does in its own way; returns whether there is something. */
    private static boolean replaced(CodeBuilder code, InvokeInstruction call) {
        String hook = standIn(call);
        if (hook.isEmpty()) {
            return false;
        }
        MethodTypeDesc type = call.typeSymbol();
        code.invokestatic(
                WATCH, hook, call.opcode() == Opcode.INVOKESTATIC ? type : type.insertParameterTypes(0, OBJECT));
        return true;
    }

    /** Returns what stands for a method that a run does in its own way; empty if nothing does. */
    private static String standIn(InvokeInstruction call) {
        return standIn(
                call.opcode() == Opcode.INVOKESTATIC,
                call.owner().asInternalName(),
                call.name().stringValue(),
                call.typeSymbol());
    }

    private static String standIn(boolean isStatic, String owner, String name, MethodTypeDesc type) {
        if (!isStatic) {
            return monitorMethod(name, type);
        }
        return switch (owner + "." + name) {
            case "java/lang/Thread.sleep" -> "sleep";
            case "java/lang/Thread.holdsLock" -> "holdsLock";
            case "java/lang/System.nanoTime" -> "nanoTime";
            case "java/lang/System.currentTimeMillis" -> "currentTimeMillis";
            case "java/time/Instant.now" -> type.parameterCount() == 0 ? "now" : "";
            default -> "";
        };
    }

    /** Returns what stands for a method of each object that its monitor has to do with. */
    private static String monitorMethod(String name, MethodTypeDesc type) {
        return switch (name + type.descriptorString()) {
            case "wait()V", "wait(J)V", "wait(JI)V" -> "waits";
            case "notify()V" -> "notifies";
            case "notifyAll()V" -> "notifiesAll";
            default -> "";
        };
    }

    private void copy(CodeBuilder code, InvokeInstruction call) {
        int[] slots = spill(code, call);
        int site = method.site(line, "", "");
        code.aload(slots[0]).iload(slots[1]).iload(slots[4]);
        code.loadConstant(site).loadConstant(0).invokestatic(WATCH, "range", ON_RANGE);
        code.aload(slots[2]).iload(slots[3]).iload(slots[4]);
        code.loadConstant(site).loadConstant(1).invokestatic(WATCH, "range", ON_RANGE);
        restore(code, call, slots, "passes", -1);
        code.with(call);
    }

    /** A method of {@link java.util.Arrays}: of a part of the array if two numbers follow it, else of all. */
    private void arrays(CodeBuilder code, InvokeInstruction call) {
        int[] slots = spill(code, call);
        MethodTypeDesc type = call.typeSymbol();
        int site = method.site(line, "", "");
        boolean writes = JdkTypes.writesArray(call.name().stringValue());
        for (int i = 0; i < slots.length; i++) {
            if (!type.parameterType(i).isArray()) {
                continue;
            }
            boolean part = i + 2 < slots.length
                    && type.parameterType(i + 1).equals(ConstantDescs.CD_int)
                    && type.parameterType(i + 2).equals(ConstantDescs.CD_int);
            if (part) {
                code.aload(slots[i]).iload(slots[i + 1]);
                code.iload(slots[i + 2]).iload(slots[i + 1]).isub();
                code.loadConstant(site).loadConstant(writes ? 1 : 0).invokestatic(WATCH, "range", ON_RANGE);
            } else {
                code.aload(slots[i]).loadConstant(site);
                code.invokestatic(WATCH, writes ? "writesAll" : "readsAll", ON_OBJECT);
            }
        }
        for (int i = 0; i < slots.length; i++) {
            code.loadLocal(TypeKind.from(type.parameterType(i)), slots[i]);
        }
        code.with(call);
    }

    private void observed(CodeBuilder code, InvokeInstruction call, String owner) {
        int site = method.site(line, named(owner), call.name().stringValue());
        if (call.opcode() == Opcode.INVOKESTATIC) {
            boolean writes = JdkTypes.writesArgument(named(owner), call.name().stringValue());
            restore(code, call, spill(code, call), "passes", writes ? 0 : -1);
            code.with(call);
            return;
        }
        int[] slots = spill(code, call);
        int receiver = code.allocateLocal(TypeKind.REFERENCE);
        code.dup().astore(receiver).aload(receiver);
        object(code, "calls", site);
        restore(code, call, slots, "passes", -1);
        code.with(call);
        code.aload(receiver).invokestatic(WATCH, "called", ON_RECEIVER);
    }

    private static int[] spill(CodeBuilder code, InvokeInstruction call) {
        MethodTypeDesc type = call.typeSymbol();
        int[] slots = new int[type.parameterCount()];
        for (int i = slots.length - 1; i >= 0; i--) {
            TypeKind kind = TypeKind.from(type.parameterType(i));
            slots[i] = code.allocateLocal(kind);
            code.storeLocal(kind, slots[i]);
        }
        return slots;
    }

    /** Puts the arguments back; those that are objects are told of. */
    private void restore(CodeBuilder code, InvokeInstruction call, int[] slots, String hook, int written) {
        MethodTypeDesc type = call.typeSymbol();
        for (int i = 0; i < slots.length; i++) {
            TypeKind kind = TypeKind.from(type.parameterType(i));
            if (kind == TypeKind.REFERENCE) {
                int site = method.site(
                        line, named(call.owner().asInternalName()), call.name().stringValue());
                code.aload(slots[i]);
                object(code, i == written ? "hands" : hook, site);
            }
            code.loadLocal(kind, slots[i]);
        }
    }

    private static String named(String internal) {
        return internal.replace('/', '.');
    }
}
