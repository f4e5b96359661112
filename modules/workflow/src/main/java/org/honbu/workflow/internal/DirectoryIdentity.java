package org.honbu.workflow.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.workflow.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Gives the engine the directory's people and groups, read-only.
 *
 * <p>Nobody has a password here and no address is told: names are all Tasklist needs. With it no
 * local account can exist, so the webapp's first-run setup stays shut (CVE-2026-77226).
 */
final class DirectoryIdentity implements ReadOnlyIdentityProvider {
  private static final Pattern JAPANESE =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
  private final Directory directory;

  private DirectoryIdentity(Directory directory) {
    this.directory = directory;
  }

  /** Opens one provider for each command. */
  record Factory(Directory directory) implements SessionFactory {
    @Override
    public Class<?> getSessionType() {
      return ReadOnlyIdentityProvider.class;
    }

    @Override
    public Session openSession() {
      return new DirectoryIdentity(directory);
    }
  }

  /** The entry of a login name; a name that cannot be one has none. */
  static Optional<Directory.Entry> find(Directory directory, @Nullable String login) {
    if (login == null) {
      return Optional.empty();
    }
    try {
      return directory.find(new PersonId(login));
    } catch (ProblemException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public @Nullable User findUserById(String login) {
    return find(directory, login).map(DirectoryIdentity::user).orElse(null);
  }

  @Override
  public UserQuery createUserQuery() {
    return new Users(executor());
  }

  @Override
  public UserQuery createUserQuery(CommandContext context) {
    return new Users(null);
  }

  @Override
  public NativeUserQuery createNativeUserQuery() {
    throw new BadUserRequestException("people live in the directory, not in a table");
  }

  @Override
  public boolean checkPassword(String login, String password) {
    return false;
  }

  @Override
  public @Nullable Group findGroupById(String id) {
    return groups().filter(id::equals).findFirst().map(DirectoryIdentity::group).orElse(null);
  }

  @Override
  public GroupQuery createGroupQuery() {
    return new Groups(executor());
  }

  @Override
  public GroupQuery createGroupQuery(CommandContext context) {
    return new Groups(null);
  }

  @Override
  public @Nullable Tenant findTenantById(String id) {
    return null;
  }

  @Override
  public TenantQuery createTenantQuery() {
    return new NoTenants(executor());
  }

  @Override
  public TenantQuery createTenantQuery(CommandContext context) {
    return new NoTenants(null);
  }

  @Override
  public void flush() {
    // nothing is ever written
  }

  @Override
  public void close() {
    // nothing is held open
  }

  private static CommandExecutor executor() {
    return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
  }

  private Stream<String> groups() {
    return directory.everybody().stream().flatMap(e -> e.groups().stream()).distinct().sorted();
  }

  /** The name in the order its owner writes it. */
  static String fullName(Directory.Entry entry) {
    return isJapanese(entry)
        ? (entry.familyName() + " " + entry.givenName()).strip()
        : (entry.givenName() + " " + entry.familyName()).strip();
  }

  private static boolean isJapanese(Directory.Entry entry) {
    return JAPANESE.matcher(entry.familyName() + entry.givenName()).find();
  }

  /** Tasklist shows first name + last name, so a Japanese name goes whole into the first. */
  private static User user(Directory.Entry entry) {
    var user = new UserEntity(entry.id().value());
    if (isJapanese(entry)) {
      user.setFirstName(fullName(entry));
      user.setLastName("");
    } else {
      user.setFirstName(entry.givenName());
      user.setLastName(entry.familyName());
    }
    return user;
  }

  private static Group group(String id) {
    var group = new GroupEntity(id);
    group.setName(id);
    group.setType(id.startsWith("team:") ? "team" : "role");
    return group;
  }

  private static <T> List<T> page(Stream<T> all, @Nullable Page page) {
    return page == null
        ? new ArrayList<>(all.toList())
        : new ArrayList<>(all.skip(page.getFirstResult()).limit(page.getMaxResults()).toList());
  }

  private static boolean fits(String value, @Nullable String wanted) {
    return wanted == null || wanted.equals(value);
  }

  private static boolean like(String value, @Nullable String pattern) {
    if (pattern == null) {
      return true;
    }
    String regex =
        Arrays.stream(pattern.split("%", -1))
            .map(Pattern::quote)
            .reduce((a, b) -> a + ".*" + b)
            .orElse("");
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
        .matcher(value)
        .matches();
  }

  private final class Users extends UserQueryImpl {
    Users(@Nullable CommandExecutor executor) {
      super(executor);
    }

    @Override
    public long executeCount(CommandContext context) {
      return matching().count();
    }

    @Override
    public List<User> executeList(CommandContext context, @Nullable Page page) {
      return page(matching().sorted(Comparator.comparing(User::getId)), page);
    }

    private Stream<User> matching() {
      if (tenantId != null || email != null || emailLike != null) {
        return Stream.empty();
      }
      return candidates()
          .filter(entry -> groupId == null || entry.groups().contains(groupId))
          .map(DirectoryIdentity::user)
          .filter(
              user ->
                  fits(user.getId(), id)
                      && (ids == null || Arrays.asList(ids).contains(user.getId())))
          .filter(
              user ->
                  fits(user.getFirstName(), firstName) && like(user.getFirstName(), firstNameLike))
          .filter(
              user -> fits(user.getLastName(), lastName) && like(user.getLastName(), lastNameLike));
    }

    private Stream<Directory.Entry> candidates() {
      return id == null ? directory.everybody().stream() : find(directory, id).stream();
    }
  }

  private final class Groups extends GroupQueryImpl {
    Groups(@Nullable CommandExecutor executor) {
      super(executor);
    }

    @Override
    public long executeCount(CommandContext context) {
      return matching().count();
    }

    @Override
    public List<Group> executeList(CommandContext context, @Nullable Page page) {
      return page(matching(), page);
    }

    private Stream<Group> matching() {
      if (tenantId != null) {
        return Stream.empty();
      }
      return candidates()
          .filter(group -> fits(group, id) && (ids == null || Arrays.asList(ids).contains(group)))
          .filter(group -> fits(group, name) && like(group, nameLike))
          .map(DirectoryIdentity::group)
          .filter(group -> fits(group.getType(), type));
    }

    private Stream<String> candidates() {
      return userId == null
          ? groups()
          : find(directory, userId).stream().flatMap(entry -> entry.groups().stream()).sorted();
    }
  }

  /** Honbu serves one organisation. */
  private static final class NoTenants extends TenantQueryImpl {
    NoTenants(@Nullable CommandExecutor executor) {
      super(executor);
    }

    @Override
    public long executeCount(CommandContext context) {
      return 0;
    }

    @Override
    public List<Tenant> executeList(CommandContext context, @Nullable Page page) {
      return new ArrayList<>();
    }
  }
}
