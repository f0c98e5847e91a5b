package tp6.grader.submission;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/** A computer on which nobody has told git anything. */
final class NoSettings extends SystemReader.Delegate {
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
