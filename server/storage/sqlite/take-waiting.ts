import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";

/** Takes the messages that wait at a port already, in order. */
export function takeWaiting<Message>(port: MessagePort): Message[] {
	const messages: Message[] = [];
	for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
		messages.push(next.message);
	}
	return messages;
}
