using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ZooInfra.Api.Tests;

/// <summary>Sends a path as it is; HttpClient would tidy it first.</summary>
internal static class RawHttp
{
    public static async Task<int> StatusOfAsync(Uri root, string path)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(root.Host, root.Port, deadline.Token);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {root.Authority}\r\nConnection: close\r\n\r\n"), deadline.Token);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var line = await reader.ReadLineAsync(deadline.Token) ?? throw new IOException("The server closed without an answer.");
        return int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
