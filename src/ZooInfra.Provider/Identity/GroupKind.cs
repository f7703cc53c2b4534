using ZooInfra.Protocol;
using ZooInfra.Provider.Properties;
using static ZooInfra.Provider.Identity.IdentityInputs;

namespace ZooInfra.Provider.Identity;

/// <summary><c>zoo:identity:Group</c>: a group with all its members. A member that somebody else adds is drift, since membership grants access.</summary>
internal sealed class GroupKind(Func<Directories> directories) : DirectoryKind(directories)
{
    private const string Members = "members";

    // Global and security-enabled ([MS-ADTS], section 2.2.12).
    private const string GlobalSecurityGroup = "-2147483646";

    private static readonly ManagedAttribute[] OpenLdap = [new("description"), new("member", IsName: true)];
    private static readonly ManagedAttribute[] ActiveDirectory = [.. OpenLdap, new("sAMAccountName")];

    /// <inheritdoc/>
    public override string Type => "zoo:identity:Group";

    /// <inheritdoc/>
    protected override string Word => "group";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Inputs { get; } = [Parent, Name, Members, Description];

    /// <inheritdoc/>
    protected override DiffBuilder Compare(DiffBuilder diff) => diff
        .Value(Parent, canonical: DistinguishedName.KeyOf)
        .Value(Name)
        .Value(Description)
        .Set(Members, DistinguishedName.KeyOf);

    /// <inheritdoc/>
    protected override string ObjectClass(DirectoryDialect dialect) => dialect == DirectoryDialect.ActiveDirectory ? "group" : "groupOfNames";

    /// <inheritdoc/>
    protected override IReadOnlyList<ManagedAttribute> Managed(DirectoryDialect dialect) => dialect == DirectoryDialect.ActiveDirectory ? ActiveDirectory : OpenLdap;

    /// <inheritdoc/>
    protected override DirectoryObject Read(PropertyMap inputs)
    {
        var reader = new InputReader(inputs, Inputs);
        reader.Default(Members, PropertyValue.Of(Enumerable.Empty<PropertyValue>()));
        var parent = ReadDn(reader, Parent);
        var name = ReadName(reader);
        var members = ReadDns(reader, Members);
        var description = ReadDescription(reader);

        // What Active Directory refuses in sAMAccountName is refused everywhere, so that a group can move to another directory.
        if (name is not null && (name.IndexOfAny(['"', '/', '\\', '[', ']', ':', ';', '|', '=', ',', '+', '*', '?', '<', '>', '@']) >= 0 || name.EndsWith('.')))
        {
            reader.Fail(Name, $"'{Name}' of a group must not hold any of \" / \\ [ ] : ; | = , + * ? < > @, nor end with a dot, since it is an account name in Active Directory.");
        }

        return !reader.Failures.IsEmpty || parent is null || name is null || members is null || description is null
            ? new(reader, null)
            : new(reader, dialect => Entry(parent.Child("cn", name), name, members.Value.Select(member => member.Text), dialect)
                .With("description", description.Length > 0 ? [description] : []));
    }

    /// <inheritdoc/>
    protected override PropertyMap Write(DirectoryEntry entry, DirectoryDialect dialect)
    {
        var members = entry["member"].Where(member => DistinguishedName.KeyOf(member) != entry.Dn.Key).Order(StringComparer.Ordinal);
        var inputs = PropertyMap.Empty
            .With(Parent, PropertyValue.Of(entry.Dn.Parent?.Text ?? ""))
            .With(Name, PropertyValue.Of(entry.Dn.Names[0].Pairs[0].Value))
            .With(Members, PropertyValue.Of(members.Select(PropertyValue.Of)));
        return entry["description"] is [var description, ..] ? inputs.With(Description, PropertyValue.Of(description)) : inputs;
    }

    private static DirectoryEntry Entry(DistinguishedName dn, string name, IEnumerable<string> members, DirectoryDialect dialect)
    {
        var entry = new DirectoryEntry(dn).With("cn", name);
        if (dialect == DirectoryDialect.ActiveDirectory)
        {
            return entry.With("objectClass", "top", "group").With("sAMAccountName", name).With("groupType", GlobalSecurityGroup).With("member", members);
        }

        // groupOfNames must have a member (RFC 4519, section 3.5); a group that nobody is in holds itself, which grants nothing.
        return entry.With("objectClass", "top", "groupOfNames").With("member", members.DefaultIfEmpty(dn.Text));
    }
}
