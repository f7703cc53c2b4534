using ZooInfra.Protocol;
using ZooInfra.Provider.Properties;
using static ZooInfra.Provider.Identity.IdentityInputs;

namespace ZooInfra.Provider.Identity;

/// <summary>
/// <c>zoo:identity:PasswordPolicy</c>: in OpenLDAP an entry that the ppolicy overlay reads, in Active Directory a password settings object.
/// </summary>
internal sealed class PasswordPolicyKind(Func<Directories> directories) : DirectoryKind(directories)
{
    private const string Base = "base";
    private const string MinimumLength = "minimumLength";
    private const string Complexity = "complexity";
    private const string History = "history";
    private const string MaximumAge = "maximumAgeDays";
    private const string MinimumAge = "minimumAgeDays";
    private const string LockoutThreshold = "lockoutThreshold";
    private const string Lockout = "lockoutMinutes";
    private const string Observation = "observationMinutes";
    private const string AppliesTo = "appliesTo";
    private const string Precedence = "precedence";

    /// <inheritdoc/>
    public override string Type => "zoo:identity:PasswordPolicy";

    /// <inheritdoc/>
    protected override string Word => "password policy";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Inputs { get; } =
        [Base, Name, MinimumLength, Complexity, History, MaximumAge, MinimumAge, LockoutThreshold, Lockout, Observation, AppliesTo, Precedence];

    /// <inheritdoc/>
    protected override DiffBuilder Compare(DiffBuilder diff) => diff
        .Value(Base, canonical: DistinguishedName.KeyOf, replaces: true)
        .Value(Name)
        .Value(MinimumLength)
        .Value(Complexity)
        .Value(History)
        .Value(MaximumAge)
        .Value(MinimumAge)
        .Value(LockoutThreshold)
        .Value(Lockout)
        .Value(Observation)
        .Set(AppliesTo, DistinguishedName.KeyOf)
        .Value(Precedence);

    /// <inheritdoc/>
    protected override string ObjectClass(DirectoryDialect dialect) => dialect == DirectoryDialect.ActiveDirectory ? PasswordSettings.ObjectClass : PpolicyEntry.ObjectClass;

    /// <inheritdoc/>
    protected override IReadOnlyList<ManagedAttribute> Managed(DirectoryDialect dialect) => dialect == DirectoryDialect.ActiveDirectory ? PasswordSettings.Managed : PpolicyEntry.Managed;

    /// <inheritdoc/>
    protected override DirectoryObject Read(PropertyMap inputs)
    {
        var reader = new InputReader(inputs, Inputs);
        reader.Default(AppliesTo, PropertyValue.Of(Enumerable.Empty<PropertyValue>()));
        var place = ReadDn(reader, Base);
        var name = ReadName(reader);
        var length = ReadWhole(reader, MinimumLength, 14, 8, 255, "characters");
        var complexity = ReadTruth(reader, Complexity, true);
        var history = ReadWhole(reader, History, 24, 0, 1024, "passwords");
        var maximumAge = ReadWhole(reader, MaximumAge, 0, 0, 9999, "days");
        var minimumAge = ReadWhole(reader, MinimumAge, 1, 0, 9999, "days");
        var threshold = ReadWhole(reader, LockoutThreshold, 5, 0, 999, "failed sign-ins");
        var lockout = ReadWhole(reader, Lockout, 30, 0, 99999, "minutes");
        var observation = ReadWhole(reader, Observation, 30, 1, 99999, "minutes");
        var groups = ReadDns(reader, AppliesTo);
        var precedence = ReadWhole(reader, Precedence, 10, 1, int.MaxValue, "places");
        if (maximumAge > 0 && minimumAge >= maximumAge)
        {
            reader.Fail(MinimumAge, $"'{MinimumAge}' must be less than '{MaximumAge}' ({maximumAge} days), else nobody can change a password before it ends.");
        }

        if (lockout > 0 && lockout < observation)
        {
            reader.Fail(Lockout, $"'{Lockout}' must not be less than '{Observation}' ({observation} minutes), or 0 until somebody unlocks the account; Active Directory refuses it.");
        }

        if (!reader.Failures.IsEmpty || place is null || name is null || groups is null || Inputs.Any(reader.IsUnknown))
        {
            return new(reader, null);
        }

        var values = new PasswordValues(place, name, length!.Value, complexity!.Value, history!.Value, maximumAge!.Value, minimumAge!.Value, threshold!.Value, lockout!.Value, observation!.Value, groups.Value, precedence!.Value);
        return new(reader, dialect => dialect == DirectoryDialect.ActiveDirectory ? PasswordSettings.Entry(values) : PpolicyEntry.Entry(values));
    }

    /// <inheritdoc/>
    protected override PropertyMap Write(DirectoryEntry entry, DirectoryDialect dialect)
    {
        var values = dialect == DirectoryDialect.ActiveDirectory ? PasswordSettings.Read(entry) : PpolicyEntry.Read(entry);
        return PropertyMap.Empty
            .With(Base, PropertyValue.Of(values.Base.Text))
            .With(Name, PropertyValue.Of(values.Name))
            .With(MinimumLength, PropertyValue.Of(values.MinimumLength))
            .With(Complexity, PropertyValue.Of(values.Complexity))
            .With(History, PropertyValue.Of(values.History))
            .With(MaximumAge, PropertyValue.Of(values.MaximumAgeDays))
            .With(MinimumAge, PropertyValue.Of(values.MinimumAgeDays))
            .With(LockoutThreshold, PropertyValue.Of(values.LockoutThreshold))
            .With(Lockout, PropertyValue.Of(values.LockoutMinutes))
            .With(Observation, PropertyValue.Of(values.ObservationMinutes))
            .With(AppliesTo, PropertyValue.Of(values.AppliesTo.Select(name => PropertyValue.Of(name.Text))))
            .With(Precedence, PropertyValue.Of(values.Precedence));
    }
}
