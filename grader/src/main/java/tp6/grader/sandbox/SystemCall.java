package tp6.grader.sandbox;

/**
 * System calls that no student's program needs, by their numbers on x86-64 and on aarch64; calls
 * that came after 2019 have one number on both.
 */
enum SystemCall {
  ADD_KEY(248, 217),
  REQUEST_KEY(249, 218),
  KEYCTL(250, 219),
  IO_URING_SETUP(425),
  IO_URING_ENTER(426),
  IO_URING_REGISTER(427),
  BPF(321, 280),
  USERFAULTFD(323, 282),
  PERF_EVENT_OPEN(298, 241),
  PTRACE(101, 117),
  PROCESS_VM_READV(310, 270),
  PROCESS_VM_WRITEV(311, 271),
  KCMP(312, 272),
  PIDFD_GETFD(438),
  MOUNT(165, 40),
  UMOUNT2(166, 39),
  PIVOT_ROOT(155, 41),
  CHROOT(161, 51),
  OPEN_TREE(428),
  MOVE_MOUNT(429),
  FSOPEN(430),
  FSCONFIG(431),
  FSMOUNT(432),
  FSPICK(433),
  MOUNT_SETATTR(442),
  UNSHARE(272, 97),
  SETNS(308, 268),
  CLONE3(435),
  NAME_TO_HANDLE_AT(303, 264),
  OPEN_BY_HANDLE_AT(304, 265),
  FANOTIFY_INIT(300, 262),
  MEMFD_CREATE(319, 279),
  MEMFD_SECRET(447),
  EXECVEAT(322, 281),
  SYSLOG(103, 116),
  QUOTACTL(179, 60),
  ACCT(163, 89),
  SWAPON(167, 224),
  SWAPOFF(168, 225),
  REBOOT(169, 142),
  KEXEC_LOAD(246, 104),
  KEXEC_FILE_LOAD(320, 294),
  INIT_MODULE(175, 105),
  FINIT_MODULE(313, 273),
  DELETE_MODULE(176, 106);

  private final int onIntel;
  private final int onArm;

  SystemCall(int number) {
    this(number, number);
  }

  SystemCall(int onIntel, int onArm) {
    this.onIntel = onIntel;
    this.onArm = onArm;
  }

  int number(Machine machine) {
    return machine == Machine.X86_64 ? onIntel : onArm;
  }
}
