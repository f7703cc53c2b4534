namespace ZooInfra.Lab.Tests.Dns;

/// <summary>Knot DNS.</summary>
public sealed class KnotServer : DnsLabServer
{
    protected override string Program => "knotd";

    protected override string Config => $"""
        server:
            rundir: "{Folder}"
            listen: 127.0.0.1@{Port}
            udp-workers: 1
            tcp-workers: 2
            background-workers: 1
        log:
          - target: stderr
            any: warning
        database:
            storage: "{Folder}/db"
            journal-db-max-size: 200M
        key:
          - id: zoo
            algorithm: hmac-sha256
            secret: {Secret}
        acl:
          - id: zoo
            key: zoo
            action: [update, transfer]
        template:
          - id: default
            storage: "{Folder}"
            file: "%s.zone"
            acl: zoo
        zone:
        {string.Join('\n', Zones.Select(zone => $"  - domain: {zone}"))}

        """;

    protected override string[] Arguments(string config) => ["-c", config];
}
