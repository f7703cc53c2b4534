using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ZooInfra.Api.Tests;

/// <summary>Sends a path as it is; HttpClient would tidy it first.</summary>
internal static class RawHttp
{
    /// <summary>Sends bytes as they are and reads until the server closes or falls silent for good; null when it closed without a word.</summary>
    public static async Task<string?> SendAsync(Uri root, ReadOnlyMemory<byte> request, bool finish, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(root.Host, root.Port, deadline.Token);
        await using var stream = tcp.GetStream();
        var answer = new StringBuilder();
        try
        {
            await stream.WriteAsync(request, deadline.Token);
            if (finish)
            {
                tcp.Client.Shutdown(SocketShutdown.Send);
            }

            var buffer = new byte[16 * 1024];
            while (await stream.ReadAsync(buffer, deadline.Token) is > 0 and var read)
            {
                answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
            }
        }
        catch (IOException)
        {
            // The server has cut the connection; what it said before is the answer.
        }

        return answer.Length == 0 ? null : answer.ToString();
    }

    /// <summary>The status in an answer as it came.</summary>
    public static int Status(string answer) => int.Parse(answer.Split(' ', 3)[1], CultureInfo.InvariantCulture);

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
