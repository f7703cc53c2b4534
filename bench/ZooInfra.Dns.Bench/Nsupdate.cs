using System.Globalization;
using System.Text;
using ZooInfra.Lab.Tests.Dns;

namespace ZooInfra.Dns.Bench;

/// <summary>The peer: the tool that comes with BIND, fed with the same records.</summary>
internal static class Nsupdate
{
    private const int InMessage = 1000;

    public static Task AddAsync(DnsLabServer server, string zone, int count)
    {
        var commands = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            commands.Append(CultureInfo.InvariantCulture, $"update add host{i}.{zone}. 3600 A 10.{i / 65536}.{i / 256 % 256}.{i % 256}\n");
            if (i % InMessage == InMessage - 1)
            {
                commands.Append("send\n");
            }
        }

        return server.NsupdateAsync(commands.ToString());
    }
}
