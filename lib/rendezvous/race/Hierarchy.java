package rendezvous.race;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Says what a class's superclass is, which the stack maps of rewritten code hang on, without loading it: a class must not be
 * loaded just because another that names it is. It asks, in this order: the classes rewritten so far, the class file that
 * the loader has, the JDK.
 */
final class Hierarchy implements ClassHierarchyResolver {
    private static final Map<String, Map<Integer, ClassHierarchyInfo>> SEEN = new ConcurrentHashMap<>();

    private final @Nullable ClassLoader loader;
    private final ClassHierarchyResolver jdk = ClassHierarchyResolver.defaultResolver();

    Hierarchy(@Nullable ClassLoader loader) {
        this.loader = loader;
    }

    /** Notes a class, so that others may name it. */
    static void note(@Nullable ClassLoader loader, ClassModel model) {
        SEEN.computeIfAbsent(model.thisClass().asInternalName(), _ -> new ConcurrentHashMap<>())
                .put(System.identityHashCode(loader), info(model));
    }

    private static ClassHierarchyInfo info(ClassModel model) {
        return model.flags().has(AccessFlag.INTERFACE)
                ? ClassHierarchyInfo.ofInterface()
                : ClassHierarchyInfo.ofClass(
                        model.superclass().map(above -> above.asSymbol()).orElse(null));
    }

    @Override
    public @Nullable ClassHierarchyInfo getClassInfo(ClassDesc type) {
        String descriptor = type.descriptorString();
        String name = descriptor.substring(1, descriptor.length() - 1);
        Map<Integer, ClassHierarchyInfo> seen = SEEN.get(name);
        ClassHierarchyInfo known = seen == null ? null : seen.get(System.identityHashCode(loader));
        if (known != null) {
            return known;
        }
        ClassHierarchyInfo read = read(name);
        return read != null ? read : jdk.getClassInfo(type);
    }

    private @Nullable ClassHierarchyInfo read(String name) {
        ClassLoader from = loader == null ? ClassLoader.getSystemClassLoader() : loader;
        try (InputStream bytes = from.getResourceAsStream(name + ".class")) {
            return bytes == null ? null : info(ClassFile.of().parse(bytes.readAllBytes()));
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }
}
