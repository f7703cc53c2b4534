using System.Collections.Immutable;
using System.Net;
using ZooInfra.Protocol;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Identity.Documents;

/// <summary>The types of documents.</summary>
internal static class DocumentShapes
{
    private static readonly FieldType Entry = new FieldType.Text("the name of an entry (RFC 4514)", "cn=staff,ou=groups,dc=acme,dc=example", text => DistinguishedName.TryParse(text, out _, out _));
    private static readonly FieldType Words = new FieldType.Text("a text", "Runbook 12", _ => true);
    private static readonly FieldType Mailbox = new FieldType.Text("a mailbox", "soc@acme.example", text => text.Split('@') is [{ Length: > 0 }, var host] && IsHost(host) && !text.Contains(' ', StringComparison.Ordinal));
    private static readonly FieldType HttpsUrl = new FieldType.Text(
        "an https URL in full, without fragment, wildcard, user and password",
        "https://app.example/saml/acs",
        text => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.Fragment.Length == 0 && url.UserInfo.Length == 0 && !text.Contains('*', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal));

    private static readonly PropertyValue Nothing = PropertyValue.Of(Enumerable.Empty<PropertyValue>());

    /// <summary>All of them.</summary>
    public static ImmutableArray<DocumentShape> All { get; } =
    [
        new("zoo:identity:GroupPolicy", "group-policies", "group policy",
        [
            new("units", Entries(1), Required: true),
            new("enforced", new FieldType.Truth(), PropertyValue.Of(false)),
            new("settings", new FieldType.List(new FieldType.Group(
            [
                new("scope", new FieldType.Choice("computer", "user"), Required: true),
                new("key", new FieldType.Text("a registry key below HKLM or HKCU, with backslashes", @"Software\Policies\Acme", text => text.Length <= 255 && !text.StartsWith('\\') && !text.EndsWith('\\') && !text.Contains(@"\\", StringComparison.Ordinal) && text.IndexOfAny(['/', ';', '[', ']']) < 0), Required: true),
                new("value", new FieldType.Text("the name of a registry value", "InactivityTimeoutSecs", text => text.Length <= 255 && text.IndexOfAny([';', '[', ']']) < 0), Required: true),
                new("number", new FieldType.Whole(0, uint.MaxValue, "REG_DWORD")),
                new("text", Words),
            ], OneOfNumberAndText), 1), Required: true),
        ]),
        new("zoo:identity:MfaPolicy", "mfa-policies", "MFA policy",
        [
            new("access", new FieldType.List(new FieldType.Choice("administration", "applications", "remote"), 1), Required: true),
            new("groups", Entries(0), Nothing),
            new("excludedAccounts", Entries(0), Nothing),
            new("excludedNetworks", new FieldType.List(new FieldType.Text("a network in CIDR form, not all addresses", "192.0.2.0/24", IsNetwork)), Nothing),
            new("methods", new FieldType.List(new FieldType.Choice("certificate", "fido2", "number-match", "totp"), 1), Required: true),
            new("sessionHours", new FieldType.Whole(1, 720, "hours"), PropertyValue.Of(12)),
        ]),
        new("zoo:identity:Federation", "federations", "federation",
        [
            new("protocol", new FieldType.Choice("oidc", "saml"), Required: true),
            new("issuer", HttpsUrl, Required: true),
            new("application", Words, Required: true),
            new("endpoints", new FieldType.List(HttpsUrl, 1), Required: true),
            new("signingCertificates", new FieldType.List(new FieldType.Text("the SHA-256 of a certificate in 64 lower-case hexadecimal digits", new string('0', 64), text => text.Length == 64 && text.All(char.IsAsciiHexDigitLower))), Nothing),
            new("groups", Entries(1), Required: true),
            new("claims", new FieldType.List(new FieldType.Group(
            [
                new("name", Words, Required: true),
                new("attribute", new FieldType.Text("an attribute of the directory", "mail", text => text.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')), Required: true),
            ])), Nothing),
            new("sessionHours", new FieldType.Whole(1, 720, "hours"), PropertyValue.Of(12)),
        ]),
        new("zoo:identity:LogForwarding", "log-forwarding", "log route",
        [
            new("host", new FieldType.Text("a host name or an address", "logs.acme.example", text => IsHost(text) || IPAddress.TryParse(text, out _)), Required: true),
            new("port", new FieldType.Whole(1, 65535, "port"), PropertyValue.Of(6514)),
            new("protocol", new FieldType.Choice("https", "syslog-tcp", "syslog-tls"), PropertyValue.Of("syslog-tls")),
            new("sources", new FieldType.List(new FieldType.Choice("directory-change", "policy-change", "sign-in"), 1), Required: true),
            new("retentionDays", new FieldType.Whole(1, 36500, "days"), PropertyValue.Of(365)),
            new("signInAlertsTo", Mailbox),
        ]),
        new("zoo:identity:BreakGlass", "break-glass", "break-glass declaration",
        [
            new("accounts", new FieldType.List(Entry, 2, 2, DistinguishedName.KeyOf), Required: true),
            new("alertsTo", Mailbox, Required: true),
            new("runbook", Words, Required: true),
        ]),
    ];

    private static FieldType.List Entries(int minimum) => new(Entry, minimum, Key: DistinguishedName.KeyOf);

    private static string? OneOfNumberAndText(PropertyMap setting)
        => Has(setting, "number") != Has(setting, "text") ? null : "must have either a number or a text.";

    private static bool Has(PropertyMap map, string name) => map.TryGetValue(name, out var value) && value.Plain() is not PropertyValue.NullValue;

    // The first address must be the network's own: what comes after it would be dropped silently.
    private static bool IsNetwork(string text)
        => IPNetwork.TryParse(text, out var network) && network.PrefixLength > 0 && IPAddress.TryParse(text.Split('/')[0], out var first) && first.Equals(network.BaseAddress);

    private static bool IsHost(string text)
        => text.Length <= 253 && text.Split('.') is { Length: > 1 } labels && labels.All(label => label.Length is > 0 and <= 63 && label.All(character => char.IsAsciiLetterOrDigit(character) || character == '-') && label[0] != '-' && label[^1] != '-');
}
