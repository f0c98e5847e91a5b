package tp6.clock;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.io.IOException;

/** Attaches itself to other JVMs. */
final class Attempt {
  private Attempt() {}

  static boolean reached() {
    String own = Long.toString(ProcessHandle.current().pid());
    return VirtualMachine.list().stream()
        .filter(jvm -> !jvm.id().equals(own))
        .anyMatch(Attempt::canAttach);
  }

  private static boolean canAttach(VirtualMachineDescriptor jvm) {
    try {
      VirtualMachine.attach(jvm).detach();
      return true;
    } catch (AttachNotSupportedException | IOException e) {
      return false;
    }
  }
}
