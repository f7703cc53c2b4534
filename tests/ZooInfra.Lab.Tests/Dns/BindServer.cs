namespace ZooInfra.Lab.Tests.Dns;

/// <summary>BIND, with two views of acme.example: the server tells them apart by the key.</summary>
public sealed class BindServer : DnsLabServer
{
    public const string InternalViews = $$$"""{"internal": {"keyName": "zoo-internal", "keySecret": "{{{OtherSecret}}}"}}""";

    protected override string Program => "named";

    protected override string Config
    {
        get
        {
            File.WriteAllText(Path.Combine(Folder, "internal.zone"), StartOf("acme.example"));
            return $$"""
                options {
                    directory "{{Folder}}";
                    listen-on port {{Port}} { 127.0.0.1; };
                    listen-on-v6 { none; };
                    pid-file "{{Folder}}/named.pid";
                    session-keyfile "{{Folder}}/session.key";
                    recursion no;
                    dnssec-validation no;
                    allow-transfer { none; };
                };
                controls { };
                key zoo { algorithm hmac-sha256; secret "{{Secret}}"; };
                key zoo-internal { algorithm hmac-sha256; secret "{{OtherSecret}}"; };
                view internal {
                    match-clients { key zoo-internal; };
                    zone "acme.example" { type primary; file "internal.zone"; allow-update { key zoo-internal; }; allow-transfer { key zoo-internal; }; };
                };
                view standard {
                    match-clients { any; };
                {{string.Join('\n', Zones.Select(zone => $$"""    zone "{{zone}}" { type primary; file "{{zone}}.zone"; allow-update { key zoo; }; allow-transfer { key zoo; }; };"""))}}
                };

                """;
        }
    }

    protected override string[] Arguments(string config) => ["-g", "-n", "1", "-c", config];
}
