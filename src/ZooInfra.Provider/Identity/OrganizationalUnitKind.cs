using ZooInfra.Protocol;
using ZooInfra.Provider.Properties;
using static ZooInfra.Provider.Identity.IdentityInputs;

namespace ZooInfra.Provider.Identity;

/// <summary><c>zoo:identity:OrganizationalUnit</c>: a unit of the tree.</summary>
internal sealed class OrganizationalUnitKind(Func<Directories> directories) : DirectoryKind(directories)
{
    private static readonly ManagedAttribute[] Attributes = [new("description")];

    /// <inheritdoc/>
    public override string Type => "zoo:identity:OrganizationalUnit";

    /// <inheritdoc/>
    protected override string Word => "organizational unit";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Inputs { get; } = [Parent, Name, Description];

    /// <inheritdoc/>
    protected override DiffBuilder Compare(DiffBuilder diff) => diff
        .Value(Parent, canonical: DistinguishedName.KeyOf)
        .Value(Name)
        .Value(Description);

    /// <inheritdoc/>
    protected override string ObjectClass(DirectoryDialect dialect) => "organizationalUnit";

    /// <inheritdoc/>
    protected override IReadOnlyList<ManagedAttribute> Managed(DirectoryDialect dialect) => Attributes;

    /// <inheritdoc/>
    protected override DirectoryObject Read(PropertyMap inputs)
    {
        var reader = new InputReader(inputs, Inputs);
        var parent = ReadDn(reader, Parent);
        var name = ReadName(reader);
        var description = ReadDescription(reader);
        return !reader.Failures.IsEmpty || parent is null || name is null || description is null ? new(reader, null)
            : new(reader, _ => new DirectoryEntry(parent.Child("ou", name))
                .With("objectClass", "top", "organizationalUnit")
                .With("ou", name)
                .With("description", description.Length > 0 ? [description] : []));
    }

    /// <inheritdoc/>
    protected override PropertyMap Write(DirectoryEntry entry, DirectoryDialect dialect)
    {
        var inputs = PropertyMap.Empty
            .With(Parent, PropertyValue.Of(entry.Dn.Parent?.Text ?? ""))
            .With(Name, PropertyValue.Of(entry.Dn.Names[0].Pairs[0].Value));
        return entry["description"] is [var description, ..] ? inputs.With(Description, PropertyValue.Of(description)) : inputs;
    }
}
