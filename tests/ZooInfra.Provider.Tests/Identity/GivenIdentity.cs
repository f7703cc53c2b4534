using ZooInfra.Protocol;

namespace ZooInfra.Provider.Tests.Identity;

/// <summary>Short ways to write inputs of the identity family.</summary>
internal static class GivenIdentity
{
    public const string Base = "dc=acme,dc=example";
    public const string Unit = "zoo:identity:OrganizationalUnit";
    public const string Group = "zoo:identity:Group";
    public const string PasswordPolicy = "zoo:identity:PasswordPolicy";
    public const string MfaPolicy = "zoo:identity:MfaPolicy";
    public const string GroupPolicy = "zoo:identity:GroupPolicy";

    public static string LdifPath(this TempFolder folder) => Path.Combine(folder.Out, "acme_corp", "identity", "directory.ldif");

    public static PropertyMap UnitInputs(string name, string parent = Base) => PropertyMap.Empty.With("parent", PropertyValue.Of(parent)).With("name", PropertyValue.Of(name));

    public static PropertyMap GroupInputs(string name, string parent, params string[] members) => UnitInputs(name, parent).With("members", Given.Texts(members));

    public static PropertyMap MfaInputs(string name = "staff") => PropertyMap.Empty
        .With("name", PropertyValue.Of(name))
        .With("access", Given.Texts("remote"))
        .With("methods", Given.Texts("fido2"));

    public static PropertyMap SettingInputs(params (string Name, PropertyValue Value)[] members)
        => PropertyMap.From(members.Select(member => KeyValuePair.Create(member.Name, member.Value)));
}
