package tp6.grader.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A program of a few instructions, which makes system calls as no JVM can: so the doctor tries what
 * a student's program would that brings code of its own. Its exit status is the error of its last
 * call, and 0 where that has none.
 */
final class Elf {
  private static final long BASE = 0x400000;
  private static final int HEADERS = 64 + 56;
  private static final int SIZE = 8192;

  /** Where a text begins that an argument points to. */
  private static final int TEXTS = 6144;

  private static final int[] INTEL_ARGUMENTS = {0xBF48, 0xBE48, 0xBA48, 0xBA49, 0xB849, 0xB949};

  private final Machine machine;
  private final ByteBuffer file = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
  private int texts = TEXTS;

  Elf(Machine machine) {
    this.machine = machine;
    file.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1}).position(16);
    file.putShort((short) 2).putShort((short) machine.elf).putInt(1).putLong(BASE + HEADERS);
    file.putLong(64).putLong(0).putInt(0).putShort((short) 64).putShort((short) 56);
    file.putShort((short) 1).putShort((short) 0).putInt(0);
    file.putInt(1).putInt(7).putLong(0).putLong(BASE).putLong(BASE);
    file.putLong(SIZE).putLong(SIZE).putLong(0x1000);
  }

  /** The address of a text in the program. */
  long text(String text) {
    file.put(texts, (text + "\0").getBytes(US_ASCII));
    long address = BASE + texts;
    texts += text.length() + 1;
    return address;
  }

  Elf call(int number, long... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (machine == Machine.X86_64) {
        file.putShort((short) INTEL_ARGUMENTS[i]).putLong(arguments[i]);
      } else {
        arm(i, arguments[i]);
      }
    }
    return machine == Machine.X86_64 ? intel(number) : arm(number);
  }

  private Elf intel(int number) {
    file.put((byte) 0xB8).putInt(number).putShort((short) 0x050F);
    return this;
  }

  private Elf arm(int number) {
    arm(8, number);
    file.putInt(0xD4000001);
    return this;
  }

  /** Loads a register, 16 bits at a time. */
  private void arm(int register, long value) {
    for (int part = 0; part < 4; part++) {
      int bits = (int) (value >>> 16 * part) & 0xFFFF;
      file.putInt((part == 0 ? 0xD2800000 : 0xF2800000) | part << 21 | bits << 5 | register);
    }
  }

  /** Ends with this status, unless the last call was refused. */
  Elf orEnd(int status) {
    if (machine == Machine.X86_64) {
      // cmp eax, -38; je +12; mov edi, status
      file.put(new byte[] {(byte) 0x83, (byte) 0xF8, -CallFilter.REFUSED, 0x74, 12, (byte) 0xBF});
      file.putInt(status);
      return intel(60);
    }
    // cmn x0, 38; b.eq +10
    file.putInt(0xB100001F | CallFilter.REFUSED << 10).putInt(0x54000140);
    arm(0, status);
    return arm(93);
  }

  /** Ends, and tells how the last call has gone. */
  Elf exit() {
    if (machine == Machine.X86_64) {
      // edi = eax < 0 ? -eax : 0
      file.put(new byte[] {0x31, (byte) 0xFF, (byte) 0x85, (byte) 0xC0, 0x79, 4});
      file.put(new byte[] {(byte) 0x89, (byte) 0xC7, (byte) 0xF7, (byte) 0xDF});
      return intel(60);
    }
    // cmp x0, #0; csneg x0, xzr, x0, ge
    file.putInt(0xF100001F).putInt(0xDA80A7E0);
    return arm(93);
  }

  /** Goes on as the program that its own arguments name. */
  Elf runArguments() {
    if (machine == Machine.X86_64) {
      // rdi = [rsp+16]; rsi = rsp+16; rax = [rsp]; rdx = rsp+rax*8+16
      file.putInt(0x247C8B48).put((byte) 0x10).putInt(0x24748D48).put((byte) 0x10);
      file.putInt(0x24048B48).putInt(0xC4548D48).put((byte) 0x10);
      return intel(59);
    }
    // ldr x0, [sp, 16]; add x1, sp, 16; ldr x2, [sp]; add x2, sp, x2, uxtx 3; add x2, x2, 16
    file.putInt(0xF9400BE0).putInt(0x910043E1).putInt(0xF94003E2);
    file.putInt(0x8B226FE2).putInt(0x91004042);
    return arm(221);
  }

  Path write(Path path) throws IOException {
    Files.write(path, file.array());
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
