package io.tapgate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Copies the jar with every class written as Java of today writes it. picocli's are those of Java
 * 5, which Java verifies the slow way and keeps in no cache: RATIONALE.md has the figures.
 */
final class Rejuvenation {
  private static final int FIRST_WITH_STACK_MAPS = 50;
  private static final ClassFile CLASSES = ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS);

  private Rejuvenation() {}

  public static void main(String[] fromAndTo) throws IOException {
    try (JarFile from = new JarFile(fromAndTo[0]);
        OutputStream file = Files.newOutputStream(Path.of(fromAndTo[1]));
        JarOutputStream to = new JarOutputStream(file)) {
      for (Enumeration<JarEntry> all = from.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        to.putNextEntry(new JarEntry(entry.getName()));
        to.write(young(entry, from));
        to.closeEntry();
      }
    }
  }

  private static byte[] young(JarEntry entry, JarFile from) throws IOException {
    try (InputStream content = from.getInputStream(entry)) {
      byte[] bytes = content.readAllBytes();
      return isOld(entry.getName(), bytes) ? rewritten(bytes) : bytes;
    }
  }

  /** The version stands in bytes 6 and 7. */
  private static boolean isOld(String name, byte[] bytes) {
    return name.endsWith(".class") && bytes[6] == 0 && bytes[7] < FIRST_WITH_STACK_MAPS;
  }

  private static byte[] rewritten(byte[] bytes) {
    return CLASSES.transformClass(
        CLASSES.parse(bytes),
        ClassTransform.endHandler(builder -> builder.withVersion(ClassFile.JAVA_17_VERSION, 0))
            .andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
  }
}
