namespace ZooInfra.Api.Storage;

/// <summary>Tables that a part of the host needs.</summary>
/// <param name="Name">Its name, which is never used again for another.</param>
/// <param name="Sql">Makes them. Runs once, in a transaction of its own.</param>
internal sealed record Migration(string Name, string Sql);
