using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Identity;

/// <summary>The inputs of a resource in a directory, read.</summary>
/// <param name="Reader">What was read and what is wrong with it.</param>
/// <param name="Entry">The entry that they ask for in a dialect; null when they are wrong or not all known.</param>
internal sealed record DirectoryObject(InputReader Reader, Func<DirectoryDialect, DirectoryEntry>? Entry);
