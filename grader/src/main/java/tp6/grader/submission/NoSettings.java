package tp6.grader.submission;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/** A computer on which nobody has told git anything. */
final class NoSettings extends SystemReader.Delegate {
  /** Of the times of files. No file of a copy ever changes, so any will do. */
  private static final Duration RESOLUTION = Duration.ofSeconds(1);

  NoSettings() {
    super(SystemReader.getInstance());
  }

  @Override
  public String getenv(String variable) {
    return null;
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  private static final class Empty extends FileBasedConfig {
    Empty(Config parent, FS fs) {
      super(parent, null, fs);
    }

    /** Were it not told, JGit would measure it: with files that it writes beside those it reads. */
    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long otherwise, TimeUnit unit) {
      return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
          ? unit.convert(RESOLUTION)
          : super.getTimeUnit(section, subsection, name, otherwise, unit);
    }

    @Override
    public void load() {
      // There is nothing to be loaded.
    }

    @Override
    public void save() {
      // There is nowhere to save it.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
